"""How a subject tells its audit lines in words: its codes, what they are about, and what was or became."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Names:
    """What lines name by key."""

    schools: Mapping[str, str]
    kinds: Mapping[str, str]


@dataclass(frozen=True)
class Side:
    """One side of a line, before or after: never None, there is something to tell."""

    subject: str
    facts: Any
    names: Names


SideWords = Callable[[Side], str]


def alone(words: Callable[[Any], str]) -> SideWords:
    """Facts that are told without names."""
    return lambda side: words(side.facts)


def as_written(_code: str, subject: str, _names: Names) -> str:
    """A subject that is a name already."""
    return subject


@dataclass(frozen=True)
class AuditTopic:
    """Kinds of change that a reader looks for together."""

    title: str
    what: Mapping[str, str]  # code -> what was done, untranslated
    facts: Mapping[str, SideWords] = field(default_factory=dict)  # by code; a code without any tells nothing more
    about: Callable[[str, str, Names], str] = as_written  # code, subject of the line -> what was changed
    of_circle: bool = False  # whether its lines are kept with a circle of boards, not with a board

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its lines."""
        return tuple(self.what)
