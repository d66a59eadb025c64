"""How a signal is shown: its badge, its text and where one acts on it. Every subject says it of its own signals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pages.parts.frame import Frame
from pages.parts.places import Place
from planning.attention.signal import Signal
from planning.core.rights import Person, Right

S = TypeVar("S", bound=Signal)


@dataclass(frozen=True)
class Link:
    """Where one acts on a signal."""

    place: Place
    label: str
    query: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NextStep(Generic[S]):
    """Who can end a signal, and the one place where they do."""

    rights: tuple[Right, ...]  # one of them is enough
    link: Callable[[Frame, S], Link]


@dataclass(frozen=True)
class SignalWords(Generic[S]):
    """A sort of signal on the screen."""

    color: str
    icon: str
    label: Callable[[S], str]
    text: Callable[[Frame, S], str]
    links: Callable[[Frame, S], Sequence[Link]]
    decision: NextStep[S] | None = None  # None: to know, and nothing to decide

    def is_decided_by(self, person: Person) -> bool:
        """Whether this person can end a signal of this sort."""
        return self.decision is not None and any(person.may(right) for right in self.decision.rights)
