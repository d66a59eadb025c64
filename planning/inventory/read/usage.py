"""Status and audience of a sheet's devices, from every column that says something of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Final

from planning.core.text import Tokens, folded, tokens, word_set
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.issue import Issue
from planning.inventory.values.people import whose
from planning.inventory.values.places import audience_of
from planning.inventory.values.redaction import known_part
from planning.inventory.values.status import (
    NOTHING,
    UNKNOWN,
    Remark,
    conflict_issue,
    doubt_issue,
    part_issue,
    read_remark,
)
from planning.inventory.words.cell_words import cell_words, staff_words

# Words in a device's own description; shorter ones ("mt", "rt", "team") are parts of model names too.
_STAFF_DEVICE: Final = word_set(
    "leerkracht leerkrachten leerkrachtlaptop leerkrachtlaptops personeel directie directeur docent docenten teacher "
    "staff juf meester administratie"
)
_AROUND_STAFF: Final = word_set("voor van bij de het alleen laptop laptops device devices gebruik tbv t b v for the of")
_EXCEPTIONS: Final = word_set(
    "maar behalve deels gedeeltelijk grotendeels sommige enkele paar helft misschien waarschijnlijk meeste "
    "uitgezonderd except some most partly maybe"
)
"""Words that take back part of what a remark says of a lot."""
_ASKS: Final = Remark(doubt="not_sure", fragment="?")
_LEFT: Final = ("disposed", "missing")
_REASONS: Final = ("broken", "in_repair", "spare")
"""What is said of a device that left: why it did, or where it waits."""
_NOT_UNDERSTOOD: Final = Issue("note-not-understood", "info")
UsageIssue = tuple[int, str, Issue, str]  # record, field, issue, as written


@dataclass(slots=True)
class Usage:
    """Per record its status and audience; and what is left to ask."""

    status: list[str]
    audience: list[str]
    issues: list[UsageIssue] = field(default_factory=list)


def read_usage(
    plan: ListPlan,
    *,
    names: Sequence[tuple[str, ...]],
    name_of: Sequence[int],
    status: Sequence[str],
    inherited_status: Sequence[str],
    audience: Sequence[str],
    places: Sequence[str],
    notes: Sequence[str],
    people: Sequence[Sequence[str]],
    counts: Sequence[int],
    in_counts: Sequence[str] = (),
    gone: Sequence[Sequence[str]] = (),
) -> Usage:
    """What the columns of a sheet say of its devices' use. Names are looked at for "staff" only; none comes out.

    `names`: all there are of what describes a device; `name_of`: which of them each record has.
    """
    stated = _stated_status(plan, status, inherited_status)
    usage = Usage(stated, _audience(plan, names, name_of, audience, places, people))
    _described(plan, names, name_of, status, counts, usage)
    _gone(gone, status, usage)
    if "status" in plan.fields:
        _ask_unknown_status(plan, status, usage)
    for texts in (places, *people):
        _remarks_in_passing(texts, status, usage)
    _notes("status", status, _remarks(status, plan.yes_no_heading), counts, usage)
    if any(in_counts):
        _notes("count", in_counts, _remarks(in_counts), counts, usage, status)
    _notes("note", notes, _remarks(notes), counts, usage, status)
    _staff_notes(notes, usage)
    return usage


def tells_of_use(said: Tokens) -> bool:
    """Some word of a text may say it is for staff or how the device does; a pupil's name says nothing."""
    return staff_words().may_be_in(said) or cell_words("status").may_be_in(said)


def _remarks(texts: Sequence[str], heading: str = "") -> list[Remark]:
    table = {text: read_remark(text, heading) for text in dict.fromkeys(texts)}
    return list(map(table.__getitem__, texts))


def _stated_status(plan: ListPlan, status: Sequence[str], inherited: Sequence[str]) -> list[str]:
    """A list that notes a status notes the exceptions: blank is in use. Without such a column nobody says.

    `inherited`: what stands over each record ("Afgevoerd"); empty where nothing does.
    """
    blank = "in_use" if plan.tells_status else "unknown"
    table: dict[tuple[str, str], str] = {}
    cells = list(zip(status, inherited or repeat(""), strict=False))
    for text, over in dict.fromkeys(cells):
        remark = read_remark(text, plan.yes_no_heading)
        above = read_remark(over).status
        said = remark.status or (above or blank if not tokens(text) or remark.understood else "unknown")
        table[text, over] = settled(above, said) if above else said
    return list(map(table.__getitem__, cells))


def settled(known: str, said: str) -> str:
    """Two voices on one device: what is gone stays gone, and that it was broken is why; else who speaks of it itself.

    `known`: what stands over it, or in its status column; `said`: what is said of it besides.
    """
    return known if known in _LEFT and said in _REASONS else said


def _gone(columns: Sequence[Sequence[str]], status: Sequence[str], usage: Usage) -> None:
    """Columns of which each says of some devices that they have gone; what contradicts a status column is asked."""
    for column in columns:
        for record, said in enumerate(column):
            known = usage.status[record]
            if not said or settled(known, said) == known:
                continue
            if tokens(status[record]) and known != "unknown":
                usage.issues.append((record, "status", conflict_issue(known, Remark(said, whole=True)), ""))
            usage.status[record] = said


def _described(
    plan: ListPlan,
    names: Sequence[tuple[str, ...]],
    name_of: Sequence[int],
    status: Sequence[str],
    counts: Sequence[int],
    usage: Usage,
) -> None:
    """A state in the words that name the device: "HP 14 G4 - kapot", "Asus C213 (2 vermist)"."""
    states = cell_words("status")
    telling = [any(states.may_be_in(tokens(text)) for text in row[:4] if text) for row in names]
    if not any(telling):
        return
    said = [" ".join(filter(None, row[:4])) if tells else "" for row, tells in zip(names, telling, strict=True)]
    texts = list(map(said.__getitem__, name_of))
    lots = list(zip(texts, (count > 1 for count in counts), strict=True))
    remarks = {lot: _of_description(*lot) for lot in dict.fromkeys(lots)}
    field = next((name for name in ("brand_and_model", "model", "kind", "brand") if name in plan.fields), "kind")
    _notes(field, texts, list(map(remarks.__getitem__, lots)), counts, usage, status)


def _of_description(text: str, several: bool) -> Remark:
    """What a description says of the device's state; the words and the numbers around it name the device."""
    remark = read_remark(text)
    state = remark.part_status or remark.status
    if state in (None, "in_use") or remark.doubt:
        return NOTHING
    apart = several and remark.part and re.search(rf"[(,;:–-]\s*{remark.part}\s+[a-z]", folded(text))
    return remark if apart else Remark(state, whole=True, fragment=remark.fragment)


def _ask_unknown_status(plan: ListPlan, status: Sequence[str], usage: Usage) -> None:
    unknown = {
        text for text in dict.fromkeys(status) if tokens(text) and not read_remark(text, plan.yes_no_heading).understood
    }
    if unknown:
        issue = Issue("status-unknown", "info")
        usage.issues += [(i, "status", issue, known_part(text)) for i, text in enumerate(status) if text in unknown]


def _audience(
    plan: ListPlan,
    names: Sequence[tuple[str, ...]],
    name_of: Sequence[int],
    audience: Sequence[str],
    places: Sequence[str],
    people: Sequence[Sequence[str]],
) -> list[str]:
    """A column for it goes first; then anything that says staff; then anything that says pupils."""
    default = "pupils" if plan.people else plan.default_audience
    group = plan.group_heading
    said = {text: whose(text) for text in dict.fromkeys(audience)}
    at = {text: audience_of(text, group_heading=group) for text in dict.fromkeys(places)}
    device = [bool(_STAFF_DEVICE.intersection(tokens(" ".join(row)))) for row in names]
    staff = [False] * len(name_of)
    for column in people:
        telling = {text for text in dict.fromkeys(column) if whose(text) == "staff"}
        if telling:
            staff = [before or text in telling for before, text in zip(staff, column, strict=True)]
    return [
        said[own] or ("staff" if is_staff or device[name] or at[place] == "staff" else at[place] or default)
        for own, is_staff, name, place in zip(audience, staff, name_of, places, strict=True)
    ]


def _remarks_in_passing(texts: Sequence[str], status: Sequence[str], usage: Usage) -> None:
    """A place or a user that is nothing but a status ("in de kast", "reserve") tells it, where nothing else does."""
    remarks = ((text, read_remark(text)) for text in dict.fromkeys(texts))
    telling = {text: r.status for text, r in remarks if r.whole and r.status and r.status != "in_use"}
    if telling:
        for record, text in enumerate(texts):
            if text in telling and not status[record]:
                usage.status[record] = telling[text]


def _notes(
    name: str,
    texts: Sequence[str],
    remarks: Sequence[Remark],
    counts: Sequence[int],
    usage: Usage,
    status: Sequence[str] | None = None,
) -> None:
    """Doubts and parts of a lot, and for remarks beside a status column (`status`) what they add to it."""
    for record, remark in enumerate(remarks):
        if remark is NOTHING or not remark.understood:
            if remark is UNKNOWN and status is not None and counts[record] > 1 and not _says_only_staff(texts[record]):
                asks = "?" in texts[record]
                usage.issues.append((record, name, doubt_issue(_ASKS) if asks else _NOT_UNDERSTOOD, ""))
            continue
        issue: Issue | None = None
        if (
            counts[record] > 1
            and status is not None
            and not remark.part
            and (left_open := _left_open(remark, texts[record]))
        ):
            issue = doubt_issue(left_open)
        elif remark.doubt:
            issue = doubt_issue(remark)
        elif remark.part:
            issue = part_issue(remark, counts[record], usage.status[record])
            if issue is None and remark.part_status:
                usage.status[record] = remark.part_status
        elif status is not None:
            issue = _noted(record, remark, usage, stated=bool(tokens(status[record])))
        if issue:
            usage.issues.append((record, name, issue, remark.fragment))


def _left_open(remark: Remark, text: str) -> Remark | None:
    """A remark on a lot that says how it does, and then that not all of it does so; or that asks something."""
    if "?" in text and not remark.doubt:
        return _ASKS
    word = None if remark.whole else next((token for token in tokens(text) if token in _EXCEPTIONS), None)
    return Remark(doubt="not_sure", fragment=word) if word else None


def _noted(record: int, remark: Remark, usage: Usage, *, stated: bool) -> Issue | None:
    """What a remark adds to the status: all there is to know, a contradiction, or a mention in passing."""
    assert remark.status
    known = usage.status[record]
    if remark.status in (known, "in_use") or settled(known, remark.status) == known:
        return None
    if not remark.whole:
        return Issue("note-mentions-status", "info", {"status": remark.status, "stated": known})
    if stated and known != "unknown":
        return conflict_issue(known, remark)
    usage.status[record] = remark.status
    return None


def _staff_notes(notes: Sequence[str], usage: Usage) -> None:
    """A remark that says nothing but whose the device is: "voor leerkracht"."""
    telling = {text for text in dict.fromkeys(notes) if _says_only_staff(text)}
    if telling:
        for record, text in enumerate(notes):
            if text in telling:
                usage.audience[record] = "staff"


def _says_only_staff(text: str) -> bool:
    said = tuple(token for token in tokens(text) if token not in _AROUND_STAFF)
    return bool(said) and cell_words("audience").exact(said) == "staff"
