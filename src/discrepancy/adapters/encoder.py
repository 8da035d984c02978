"""The vectors of words in their sentences, from which tagger and parser read: most of what a parse takes.

The weights are spaCy's, and so are the sums, but that of a word by itself is found once and not wherever the word
stands, the pieces of which the greatest is taken lie in blocks, and nothing is kept for learning. That halves the time.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate, islice
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""A vector a row."""

_MOST = 50_000  # words whose vectors are remembered, some 20 MB

_ROWS = 1024  # vectors worked on at once: what comes of them fits the cache of a core

_TINY = np.float32(1e-8)  # keeps a variance from being nothing


class Encoder:
    """The layers of *model*, the network of a spaCy pipeline's "tok2vec": words by themselves, then with neighbours."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - thinc's Model, which does not say what it is made of
        alone, (windows,) = model.layers[0].layers, model.layers[1].layers
        self._columns = alone[0].attrs["columns"]
        self._hashed, self._mixed = alone[2].layers[0], alone[3].layers[0]
        self._windows = [_window(layer) for layer in windows.layers]
        self._forget()

    def _forget(self) -> None:
        self._known: dict[bytes, int] = {}
        self._vectors: Vectors = np.zeros((1, self._windows[0].scale.size), np.float32)  # the first is that of no word

    def __call__(self, docs: Sequence[Any]) -> list[Vectors]:
        """The vectors of the words of each of *docs*, spaCy's, of which one has words."""
        gap = [0] * len(self._windows)  # each window reaches a word further, and none into another sentence
        words = self._numbers(np.concatenate([doc.to_array(self._columns) for doc in docs]))
        vectors = self._vectors[[*gap, *(number for doc in docs for number in (*islice(words, len(doc)), *gap))]]
        for window in self._windows:
            vectors += window.of(vectors)
        ends = accumulate(len(gap) + len(doc) for doc in docs)
        return [vectors[end - len(doc) : end] for doc, end in zip(docs, ends, strict=True)]

    def _numbers(self, features: NDArray[np.uint64]) -> Iterator[int]:
        """The row of the vector of each word, given what the network sees of it; new ones are added."""
        words: list[bytes] = features.view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
        if len(self._known) > _MOST:
            self._forget()
        new = {word: row for row, word in enumerate(words) if word not in self._known}
        if new:
            found = self._mixed.predict(self._hashed.predict(features[[*new.values()]]))
            self._known |= {word: number for number, word in enumerate(new, len(self._vectors))}
            self._vectors = np.concatenate([self._vectors, found])
        return map(self._known.__getitem__, words)


class _Window(NamedTuple):
    """A layer that looks at each vector with its neighbours: the *weights* of all first pieces, then of all second …"""

    weights: Vectors
    bias: Vectors
    pieces: int
    scale: Vectors
    shift: Vectors

    def of(self, vectors: Vectors) -> Vectors:
        """What the layer adds to each of *vectors*."""
        width = self.scale.size
        sides = np.zeros((1, width), np.float32)
        seen = sliding_window_view(np.concatenate([sides, vectors, sides]).ravel(), self.weights.shape[0])[::width]
        return np.concatenate([self._best(seen[start : start + _ROWS]) for start in range(0, len(vectors), _ROWS)])

    def _best(self, seen: Vectors) -> Vectors:
        """The greatest of the pieces for each row, brought to one mean and one variance."""
        sums = np.ascontiguousarray(seen) @ self.weights
        sums += self.bias
        best: Vectors = reduce(np.maximum, np.hsplit(sums, self.pieces))
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(best.shape[1]) + _TINY
        best *= variance ** np.float32(-0.5)
        best *= self.scale
        best += self.shift
        return best


def _window(layer: Any) -> _Window:  # noqa: ANN401 - thinc's Model
    """The numbers of a *layer* of thinc's: a maxout over neighbours, and what brings it to scale."""
    parts = {part.name: part for part in layer.walk()}
    maxout, norm = parts["maxout"], parts["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")  # a row an output, with its pieces
    outputs, pieces, inputs = weights.shape
    return _Window(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(outputs * pieces, inputs).T),
        np.ascontiguousarray(bias.T).ravel(),
        pieces,
        norm.get_param("G"),
        norm.get_param("b"),
    )
