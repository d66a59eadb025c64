"""What a board sees of itself beside the others: how many shared, their median and spread, never a rank; pure.

The rule, which the tests hold against everybody putting their screens together, before and after any change:

1. Counted is only what a board shares by name with everybody in the network (or with all boards). What is kept to the
   own board or to the facilitator counts nowhere: in no number, no median, no mark and no "too few" for anybody else,
   the facilitator's own mirror included. So no sum, difference or second look can hold anything of it.
2. Of fewer than three other boards nothing is shown, not even how many there are. Whoever looks is not counted among
   the others; so at the limit a board that joins or withdraws makes all of them appear or disappear, not one mark.
3. Marks have no names and stand in the order of their value.

Why not also "counted, but unnamed": in a network of six to eight boards one that comes or goes would be the difference
between two looks, whatever is rounded. What cannot be kept is not promised; the level says "everybody in the network".
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final, Generic, TypeVar

from planning.circles.model import Sharing

LEAST_OTHERS: Final = 3
COUNTED: Final = (Sharing.CIRCLE, Sharing.PUBLIC)

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True)
class MirrorFigure(Generic[V]):
    """What one board says of one thing: a number, or one of a few answers."""

    owner: str
    item: str
    value: V | None  # None: it says that it does not know
    level: Sharing
    told: str = ""  # its own explanation


@dataclass(frozen=True)
class Spread:
    """Numbers of others, three or more, without names."""

    marks: tuple[float, ...]  # lowest first

    @property
    def n(self) -> int:
        """How many boards."""
        return len(self.marks)

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.marks)

    @property
    def quartiles(self) -> tuple[float, float]:
        """Half of the boards stand between these."""
        low, _middle, high = quantiles(self.marks, n=4, method="inclusive")
        return low, high


@dataclass(frozen=True)
class Reflection:
    """A number of the own board beside those of others."""

    item: str
    own: float | None
    own_told: str
    others: Spread | None  # None: fewer than three
    told: tuple[tuple[str, str], ...]  # who said what to it, of those who are counted; by board, never by number


@dataclass(frozen=True)
class Division:
    """An answer of the own board beside how those of others are divided."""

    item: str
    own: str | None
    own_told: str
    others: tuple[tuple[str, int], ...] | None  # answer and number of boards, the most first; None: fewer than three
    told: tuple[tuple[str, str], ...]

    @property
    def n(self) -> int | None:
        """How many boards."""
        return None if self.others is None else sum(count for _answer, count in self.others)


@dataclass(frozen=True)
class MirrorImage:
    """All that somebody sees in the mirror."""

    themes: tuple[Reflection, ...]  # scores of the self-evaluation
    sketched: tuple[Reflection, ...]  # figures of sketches
    decided: tuple[Division, ...]  # who decides now

    @property
    def parts(self) -> tuple[Reflection | Division, ...]:
        """All of it, in order."""
        return (*self.themes, *self.sketched, *self.decided)

    @property
    def others_anywhere(self) -> bool:
        """Whether anything of other boards can be seen."""
        return any(one.others for one in self.parts)

    def told(self, name: Callable[[str], str]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """What others say to it, once for what is said to several figures alike; `name` says what a thing is called."""
        said = dict[tuple[tuple[str, str], ...], str]()
        for one in self.parts:
            if one.told:
                said.setdefault(one.told, name(one.item))
        return tuple((called, told) for told, called in said.items())


def reflections(figures: Iterable[MirrorFigure[float]], viewer: str) -> tuple[Reflection, ...]:
    """Numbers, for whoever looks for a board (or for none); items in the order in which they come.

    A thing of which there is neither an own number nor enough of others is not there at all.
    """
    return tuple(
        Reflection(item, own.value if own else None, own.told if own else "", _spread(others), _told(others))
        for item, own, others in _beside(figures, viewer)
    )


def divisions(figures: Iterable[MirrorFigure[str]], viewer: str) -> tuple[Division, ...]:
    """Answers, for whoever looks for a board (or for none)."""
    return tuple(
        Division(item, own.value if own else None, own.told if own else "", _division(others), _told(others))
        for item, own, others in _beside(figures, viewer)
    )


def widest(found: Iterable[Reflection]) -> Reflection | None:
    """Where the own board differs most from the middle of the others; None where it differs nowhere.

    How far is counted in what half of the boards differ among themselves, so that unlike things can be compared.
    """
    apart = [(_distance(one), one) for one in found]
    most = max(apart, key=lambda pair: pair[0], default=None)
    return most[1] if most and most[0] > 0 else None


def _beside(
    figures: Iterable[MirrorFigure[V]], viewer: str
) -> Iterable[tuple[str, MirrorFigure[V] | None, list[MirrorFigure[V]]]]:
    by_item: dict[str, list[MirrorFigure[V]]] = {}
    for one in figures:
        if one.owner == viewer or (one.level in COUNTED and one.value is not None):
            by_item.setdefault(one.item, []).append(one)
    for item, said in by_item.items():
        own = next((one for one in said if one.owner == viewer), None)
        others = [one for one in said if one.owner != viewer]
        enough = len(others) >= LEAST_OTHERS
        if own or enough:
            yield item, own, others if enough else []


def _spread(others: Sequence[MirrorFigure[float]]) -> Spread | None:
    return Spread(tuple(sorted(one.value for one in others if one.value is not None))) if others else None


def _division(others: Sequence[MirrorFigure[str]]) -> tuple[tuple[str, int], ...] | None:
    if not others:
        return None
    counted = Counter(one.value for one in others if one.value is not None)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _told(others: Sequence[MirrorFigure[V]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((one.owner, one.told) for one in others if one.told))


def _distance(one: Reflection) -> float:
    if one.own is None or one.others is None:
        return 0.0
    low, high = one.others.quartiles
    wide = (high - low) or (one.others.marks[-1] - one.others.marks[0]) or 1.0
    return abs(one.own - one.others.median) / wide
