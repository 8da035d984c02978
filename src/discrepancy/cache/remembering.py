"""An engine that asks a store first, and another engine only for what that does not hold."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from discrepancy.cache.store import Store
from discrepancy.stage import Engine, Item, Result, Stage, key_of


class Remembering:
    """*engine*, with results kept in *store*; *settings* names what they all depend on beside their own key.

    *recalled* counts by stage what needed no work.
    """

    def __init__(self, engine: Engine, store: Store, settings: str) -> None:
        self.recalled: Counter[str] = Counter()
        self._engine = engine
        self._store = store
        self._settings = settings

    def run(self, stage: Stage[Item, Result], items: Mapping[str, Item]) -> dict[str, Result]:
        """The result for each of *items* by its key."""
        if stage.gives is None:
            return self._engine.run(stage, items)
        names = {key: key_of(self._settings, stage.name, key) for key in items}
        known = self._recalled(stage, names)
        found = self._engine.run(stage, {key: item for key, item in items.items() if key not in known})
        self._keep(stage, {names[key]: result for key, result in found.items()})
        return {key: (known if key in known else found)[key] for key in items if key in known or key in found}

    def _recalled(self, stage: Stage[Item, Result], names: Mapping[str, str]) -> dict[str, Result]:
        kept = self._store.recall(names.values())
        known: dict[str, Result] = {}
        for key, name in names.items():
            if name in kept:
                try:
                    known[key] = _decoder(stage.gives).decode(kept[name])
                except (msgspec.MsgspecError, ValueError):  # not what such a stage gives: worked out anew
                    continue
        self.recalled[stage.name] += len(known)
        return known

    def _keep(self, stage: Stage[Item, Result], found: Mapping[str, Result]) -> None:
        written: dict[str, bytes] = {}
        for name, result in found.items():
            if stage.lasting(result):
                try:
                    written[name] = msgspec.json.encode(result)
                except UnicodeEncodeError:  # half a surrogate pair in a text is no text that JSON could hold
                    continue
        if written:
            self._store.keep(written)


@cache
def _decoder(result: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - any type
    return msgspec.json.Decoder(result)
