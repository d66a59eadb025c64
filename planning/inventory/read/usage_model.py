"""What a sheet says of the use of its devices, and what is made of that: status, audience and questions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from planning.inventory.values.issue import Issue

CLAUSES: Final = re.compile(r"[;,.()/!]|\s-\s|\ben\b")
"""Where a remark goes on to say something else."""
UsageIssue = tuple[int, str, Issue, str]  # record, field, issue, as written


@dataclass(frozen=True, slots=True)
class Question:
    """Words that may say how devices do and that nobody understands: asked once for all rows that hold them."""

    name: str  # the field of their cells
    records: tuple[int, ...]
    issue: Issue
    written: str
    each: bool = False  # its options say of every record what they change
    apart: tuple["Question", ...] = ()  # what is asked instead where a person wants to say it of each wording


@dataclass(frozen=True, slots=True)
class Rests:
    """What the cells of a field say besides its value, one text for each record; "" where nothing is left."""

    name: str
    rests: Sequence[str]
    strict: bool = False  # words nobody knows are names there; only what plainly tells of a state is heard


@dataclass(frozen=True, slots=True)
class Texts:
    """What the columns of a sheet say, one text for each record. Names are looked at for "staff" only."""

    names: Sequence[tuple[str, ...]]
    descriptions: Sequence[tuple[str, ...]]  # the names, each once
    status: Sequence[str]
    over: Sequence[str]  # the state a heading or the sheet's name gives: "Afgevoerd"; empty where none does
    audience: Sequence[str]
    places: Sequence[str]
    notes: Sequence[str]
    people: Sequence[Sequence[str]]
    counts: Sequence[int]
    in_counts: Sequence[str] = ()
    elsewhere: Mapping[str, Sequence[str]] = field(default_factory=dict)  # words in columns of another field
    beside: Sequence["Rests"] = ()
    above: Sequence[str] = ()  # the lines over the list
    odd_names: Sequence[int] = ()  # records where something else stands among names of people
    grown_ups: Sequence[int] = ()  # records used by somebody whose name is written as no child's is
    parts: Sequence[tuple[str, Sequence[int]]] = ()  # a status, and of how many of each lot a column says it
    bought: Sequence[object] = ()  # None where nobody says when
    priced: Sequence[Sequence[object]] = ()  # columns of prices; None in all of them where nobody says for how much
    gone: Sequence[Sequence[str]] = ()  # columns of which each gives the status of what has gone, "" for the others


@dataclass(slots=True)
class Usage:
    """Per record its status and audience; and what is left to ask."""

    status: list[str]
    audience: list[str]
    issues: list[UsageIssue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
