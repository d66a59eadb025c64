"""When a device stops getting updates, from the table of models and systems, where the list itself does not say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from planning.core.text import Tokens, tokens
from planning.inventory.reading import PUPIL_KINDS
from planning.inventory.words.cell_words import Ending, support_ends, systems

_TABLE_OF: Final = {"chromebook": "chromebook", "tablet": "ipad"}


@dataclass(frozen=True, slots=True)
class Support:
    """The last day of updates and where that is known from (one of reading.SUPPORT_SOURCES)."""

    until: date | None
    source: str


NOT_KNOWN: Final = Support(None, "unknown")
NONE_ANNOUNCED: Final = Support(None, "none_announced")


class _Identity(Protocol):
    """What is known of a device."""

    @property
    def kind(self) -> str: ...
    @property
    def brand(self) -> str | None: ...
    @property
    def model(self) -> str | None: ...
    @property
    def model_as_written(self) -> str | None: ...


def supports_of(devices: Sequence[_Identity], systems: Sequence[str], as_of: date | None) -> list[Support]:
    """`support_of` each device with its operating system, asked once for each kind of device."""
    # Equal rows share one device: its identity tells them apart faster than all it holds. Few lists name a system.
    own = list(map(id, devices))
    keys: list[Any] = list(zip(own, systems, strict=True)) if any(systems) else own
    found = {}
    for key, record in dict(zip(keys, range(len(keys)), strict=True)).items():
        device = devices[record]
        found[key] = support_of(
            device.kind, device.brand, device.model, device.model_as_written, systems[record], as_of
        )
    return list(map(found.__getitem__, keys))


def support_of(
    kind: str, brand: str | None, model: str | None, written: str | None, system: str, as_of: date | None
) -> Support:
    """The support of a device as known on `as_of` (as the table has it where None).

    `written`: the model as the list has it; `system`: its operating system. Only a name that is exactly one of the
    table's counts: no end is better than that of another model.
    """
    if kind not in PUPIL_KINDS:
        return NOT_KNOWN
    ending = _of_model(kind, brand, model, written) or _of_system(kind, system)
    if ending is None:
        return NOT_KNOWN
    # Apple tells no end ahead: only afterwards does it show that updates have stopped.
    if ending.last_day and (ending.announced or as_of is None or ending.last_day < as_of):
        return Support(ending.last_day, "table")
    return NONE_ANNOUNCED


def _of_model(kind: str, brand: str | None, model: str | None, written: str | None) -> Ending | None:
    if kind not in _TABLE_OF:
        return None
    known = support_ends(_TABLE_OF[kind])
    keys = (_key(brand, name) for name in (written, model) if name)
    return next((known[key] for key in keys if key in known), None)


def _key(brand: str | None, name: str) -> Tokens:
    """Maker and model: "Lenovo N22 Chromebook" and "Chromebook N22" by Lenovo are one."""
    said = tuple(word for word in tokens(name) if word != "chromebook")
    maker = tokens(brand or "")
    return said if said[: len(maker)] == maker else maker + said


def _of_system(kind: str, system: str) -> Ending | None:
    if not system or kind == "chromebook":
        return None
    # "Windows 7 > Windows 10" names two systems: nobody can tell which of them runs.
    named = {support_ends("windows")[tuple(hit.value.split())] for hit in systems().find(tokens(system))}
    return named.pop() if len(named) == 1 else None
