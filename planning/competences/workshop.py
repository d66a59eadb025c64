"""The workshop in rules: many short ideas, likely doubles, and what may be adopted; pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, utils

from planning.competences.frameworks import OWN
from planning.core.refusal import Reason
from planning.core.text import name_key, word_set

LONGEST_IDEA: Final = 200
MOST_IDEAS: Final = 400
LONGEST_NAME: Final = 120
LONGEST_VISION: Final = 400
MOST_POINTS: Final = 999
MOST_ADOPTED: Final = 30
_ALIKE: Final = 80  # of 100
_CONTAINED: Final = 90
_SMALL_WORDS: Final = word_set(
    "de het een en of in op aan van voor met bij te om tot uit naar je zijn hun kunnen kan the a an and or of to with"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•–·]+|\(?\d{1,3}[.)]|\d{1,3}\s*-)\s+")


@dataclass(frozen=True, slots=True)
class Vision:
    """A statement of the vision on education."""

    vision_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Idea:
    """What somebody said a teacher must be able to do; who is not kept."""

    idea_id: int
    text: str
    competence: str | None = None  # the competence it was merged into


@dataclass(frozen=True, slots=True)
class Competence:
    """A competence under discussion: of the board's own workshop or of a framework."""

    key: str
    name: str
    source: str = OWN  # OWN or the code of a framework
    points: int = 0  # dots it got; who gave them is not kept
    wanted: int | None = None  # level of the board's scale
    visions: tuple[int, ...] = ()  # the statements it serves


def idea_lines(text: str) -> list[str]:
    """The ideas in a pasted list, without bullets and numbers, each once: "- Samenwerken" -> "Samenwerken"."""
    lines = (" ".join(_BULLET.sub("", line).split()) for line in text.splitlines())
    return list({line.casefold(): line for line in lines if line}.values())


def idea_reasons(lines: Sequence[str], known: int) -> list[Reason]:
    """Why these ideas cannot be added to the `known` ones."""
    if not lines:
        return [Reason("no_idea", "text")]
    reasons = [
        Reason("idea_too_long", "text", {"n": n, "most": LONGEST_IDEA, "start": line[:40]})
        for n, line in enumerate(lines, start=1)
        if len(line) > LONGEST_IDEA
    ]
    if known + len(lines) > MOST_IDEAS:
        reasons.append(Reason("too_many_ideas", "text", {"n": known + len(lines), "most": MOST_IDEAS}))
    return reasons


def likely_doubles(ideas: Sequence[Idea]) -> list[tuple[int, ...]]:
    """Groups of ideas that seem to say the same, largest first; each idea in one group at most."""
    texts = [_telling(idea.text) for idea in ideas]
    groups: list[list[int]] = []
    for place in range(len(ideas)):
        near = next((group for group in groups if any(_alike(texts[place], texts[one]) for one in group)), None)
        if near is None:
            groups.append([place])
        else:
            near.append(place)
    found = [tuple(ideas[place].idea_id for place in group) for group in groups if len(group) > 1]
    return sorted(found, key=len, reverse=True)


def _telling(text: str) -> tuple[str, ...]:
    """The words of an idea that say something, in alphabetical order."""
    return tuple(sorted({word for word in utils.default_process(text).split() if word not in _SMALL_WORDS}))


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    # a few words more make no other idea, but one shared word does not make it the same
    left, right = " ".join(one), " ".join(other)
    shared = len(set(one) & set(other))
    return fuzz.ratio(left, right) >= _ALIKE or (shared > 1 and fuzz.token_set_ratio(left, right) >= _CONTAINED)


def ranked(competences: Collection[Competence]) -> list[Competence]:
    """Most points first."""
    return sorted(competences, key=lambda one: (-one.points, name_key(one.name)))


def name_reasons(name: str, key: str | None, known: Collection[Competence]) -> list[Reason]:
    """Why a competence cannot be called this; `key` is its own where it exists already."""
    if not name:
        return [Reason("competence_without_name", "name")]
    reasons = []
    if len(name) > LONGEST_NAME:
        reasons.append(Reason("competence_name_too_long", "name", {"n": LONGEST_NAME}))
    if any(one.name.casefold() == name.casefold() and one.key != key for one in known):
        reasons.append(Reason("competence_there_already", "name", {"name": name}))
    return reasons


def points_reasons(points: int) -> list[Reason]:
    """Why a competence cannot have so many points."""
    if 0 <= points <= MOST_POINTS:
        return []
    return [Reason("points_out_of_range", "points", {"most": MOST_POINTS, "read": points})]


def vision_reasons(text: str) -> list[Reason]:
    """Why this cannot be a vision statement."""
    if not text:
        return [Reason("vision_empty", "text")]
    if len(text) > LONGEST_VISION:
        return [Reason("vision_too_long", "text", {"n": LONGEST_VISION})]
    return []


def adoption_reasons(chosen: Sequence[Competence]) -> list[Reason]:
    """Why these competences cannot be adopted as the core competences of the board."""
    if not chosen:
        return [Reason("no_competence_chosen")]
    reasons = [Reason("competence_without_level", one.key, {"name": one.name}) for one in chosen if one.wanted is None]
    if len(chosen) > MOST_ADOPTED:
        reasons.append(Reason("too_many_chosen", None, {"n": len(chosen), "most": MOST_ADOPTED}))
    return reasons


def new_key(taken: Collection[str]) -> str:
    """A key for a competence of the board's own: "own-1", "own-2"."""
    return next(key for n in range(1, len(taken) + 2) if (key := f"{OWN}-{n}") not in taken)
