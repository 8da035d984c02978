"""The encoder: vectors of words as spaCy's own network gives them."""

from typing import Any

import numpy as np
import pytest

from discrepancy.adapters import encoder, parses

SENTENCES = (
    "The ferry was carrying 212 passengers when it left the harbour on 3 May.",
    "",
    "The harbour master wasn't there.",
    "Rescuers counted " + "12 boats, " * 600 + "and no more.",  # worked on in parts
)


@pytest.fixture(scope="module")
def model() -> Any:
    parses.parse(["A ferry left."])  # loads spaCy, as light as it is used
    import spacy  # noqa: PLC0415 - as said above

    return spacy.load(next(model for model in parses.MODELS if spacy.util.is_package(model)))


def _vectors_agree(of: encoder.Encoder, model: Any) -> bool:
    docs = [model.make_doc(sentence) for sentence in SENTENCES]
    own = model.get_pipe("tok2vec").model.predict(docs)
    return all(np.allclose(one, other, atol=1e-4) for one, other in zip(of(docs), own, strict=True))


def test_vectors_are_those_of_spacy(model: Any) -> None:
    assert _vectors_agree(encoder.Encoder(model.get_pipe("tok2vec").model), model)


def test_vectors_stay_the_same_when_words_are_remembered_and_forgotten(
    model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = encoder.Encoder(model.get_pipe("tok2vec").model)
    assert _vectors_agree(of, model)
    assert _vectors_agree(of, model)
    monkeypatch.setattr(encoder, "_MOST", 3)
    assert _vectors_agree(of, model)


def test_the_pipeline_reads_from_the_encoder() -> None:
    assert isinstance(parses._model().get_pipe("tok2vec").predict, encoder.Encoder)  # noqa: SLF001 - what is loaded
