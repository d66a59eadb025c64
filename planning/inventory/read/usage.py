"""Status and audience of a sheet's devices, from every column, heading and mark that says something of them."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import Tokens, folded, tokens, word_set
from planning.inventory.read.voices import NOTE, OVER, OWN, Voice, agreed
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.claims import residue
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.people import whose
from planning.inventory.values.places import audience_of
from planning.inventory.values.redaction import readable
from planning.inventory.values.serials import is_plainly_serial
from planning.inventory.values.status import NOTHING, UNKNOWN, Remark, doubt_issue, of_a_part, part_issue, read_remark
from planning.inventory.words.cell_words import cell_words, staff_words
from planning.workbooks.model import Choice

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
_LONGEST_PLACE: Final = 5  # words
_ASKS: Final = Remark(doubt="not_sure", fragment="?")
_NOT_UNDERSTOOD: Final = Issue("note-not-understood", "info")
_ANSWERS: Final = (
    Option(Choice("as_is")),
    *(
        Option(Choice(f"status_{state}", {"status": state}), {"status": state})
        for state in ("in_use", "spare", "in_repair", "broken", "disposed", "missing", "ordered")
    ),
)
_STATUS_UNKNOWN: Final = Issue("status-unknown", "must", options=_ANSWERS)
_NOTE_UNCLEAR: Final = Issue("note-unclear", "must", options=_ANSWERS)
_AUDIENCE_CONFLICT: Final = Issue(
    "audience-conflict",
    "must",
    options=tuple(
        Option(Choice(f"audience_{who}", {"audience": who}), {"audience": who}) for who in ("pupils", "staff")
    ),
)
"""The list says pupils, a remark or a colour says staff: until a person chooses it is the pupils' as the list says."""
UsageIssue = tuple[int, str, Issue, str]  # record, field, issue, as written


@dataclass(frozen=True, slots=True)
class Question:
    """Words that may say how devices do and that nobody understands: asked once for all rows that hold them."""

    name: str  # the field of their cells
    records: tuple[int, ...]
    issue: Issue
    written: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What the columns of a sheet say, one text for each record. Names are looked at for "staff" only."""

    names: Sequence[tuple[str, ...]]
    status: Sequence[str]
    over: Sequence[str]  # the state a heading or the sheet's name gives: "Afgevoerd"; empty where none does
    audience: Sequence[str]
    places: Sequence[str]
    notes: Sequence[str]
    people: Sequence[Sequence[str]]
    counts: Sequence[int]
    in_counts: Sequence[str] = ()
    elsewhere: Mapping[str, Sequence[str]] = field(default_factory=dict)  # words in columns of another field
    gone: Sequence[Sequence[str]] = ()  # columns of which each gives the status of what has gone, "" for the others


@dataclass(slots=True)
class Usage:
    """Per record its status and audience; and what is left to ask."""

    status: list[str]
    audience: list[str]
    issues: list[UsageIssue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def tells_of_use(said: Tokens) -> bool:
    """Some word of a text may say it is for staff or how the device does; a pupil's name says nothing."""
    return staff_words().may_be_in(said) or cell_words("status").may_be_in(said)


def read_usage(plan: ListPlan, texts: Texts, looks: Mapping[int, Sequence[Voice]], staff: Collection[int]) -> Usage:
    """What is said of the devices' use. `looks`: what marks say, by record; `staff`: records marked as of staff."""
    own = _own_states(plan, texts.status)
    usage = Usage([], [])
    voices = _Hearing(plan, texts, own, usage).voices()
    for record, seen in looks.items():
        voices.setdefault(record, []).extend(seen)
    usage.status = _settled(plan, texts, own, voices, usage)
    usage.audience = _audiences(plan, texts, staff, usage)
    return usage


def _own_states(plan: ListPlan, status: Sequence[str]) -> list[str]:
    """What the status column says of each record; "" where it says nothing, "unknown" where nobody understands it."""
    table = {}
    for text in dict.fromkeys(status):
        remark = read_remark(text, plan.yes_no_heading)
        table[text] = remark.status or ("" if not tokens(text) or remark.understood else "unknown")
    return list(map(table.__getitem__, status))


def _settled(
    plan: ListPlan, texts: Texts, own: Sequence[str], voices: Mapping[int, Sequence[Voice]], usage: Usage
) -> list[str]:
    """A list that notes a status notes the exceptions: blank is in use. Without such a column nobody says."""
    blank = "in_use" if plan.tells_status else "unknown"
    above = {text: read_remark(text).status for text in dict.fromkeys(texts.over)}
    told = list(own)
    for record, state in enumerate(own) if not above else ():
        told[record] = state or blank
    for record in range(len(own)) if above else sorted(voices):
        over = above.get(texts.over[record]) if above else None
        said = [Voice(own[record], OWN)] if own[record] not in ("", "unknown") else []
        said += [Voice(over, OVER)] if over else []
        said += voices.get(record, ())
        verdict = agreed(tuple(said), own[record] or blank)
        told[record] = verdict.status
        if verdict.issue:
            usage.issues.append((record, verdict.name, verdict.issue, verdict.fragment))
    return told


@dataclass(frozen=True, slots=True)
class _Hearing:
    """Goes past the columns of words and lets each say what it has to say."""

    plan: ListPlan
    texts: Texts
    own: Sequence[str]
    usage: Usage
    heard: dict[int, list[Voice]] = field(default_factory=dict)

    def voices(self) -> dict[int, list[Voice]]:
        """By record what is said beside its status column; doubts and what nobody understands are asked."""
        texts = self.texts
        for column in texts.gone:
            for record, said in enumerate(column):
                if said:
                    self._hear(record, Voice(said, NOTE))
        self._described()
        self._own_column()
        self._ask("status", _holding(texts.over, {t for t in dict.fromkeys(texts.over) if _is_unclear_heading(t)}))
        for column in (texts.places, *texts.people):
            self._in_passing(column)
        self._ask("location", _holding(texts.places, {t for t in dict.fromkeys(texts.places) if _is_no_place(t)}))
        for name, column in texts.elsewhere.items():
            self._out_of_place(name, column)
        if any(texts.in_counts):
            self._notes("count", texts.in_counts)
        if any(texts.notes):
            self._notes("note", texts.notes)
        return self.heard

    def _hear(self, record: int, voice: Voice) -> None:
        self.heard.setdefault(record, []).append(voice)

    def _own_column(self) -> None:
        """Words in a column of states that nobody understands are asked about, whatever they look like."""
        status, heading = self.texts.status, self.plan.yes_no_heading
        table = {text: read_remark(text, heading) for text in dict.fromkeys(status)}
        if any(remark.doubt or remark.part for remark in table.values()):
            for record, text in enumerate(status):
                self._doubt_or_part(record, "status", table[text])
        unclear = {text for text, remark in table.items() if remark is UNKNOWN or _half_read(text, remark)}
        self._ask("status", _holding(status, unclear - _said_unknown(self.plan, status)))

    def _described(self) -> None:
        """A state in the words that name the device: "HP 14 G4 - kapot", "Asus C213 (2 vermist)"."""
        rows = dict(zip(map(id, self.texts.names), self.texts.names, strict=True))  # equal rows are one
        texts = {key: " ".join(filter(None, row[:4])) for key, row in rows.items()}
        names = list(map(texts.__getitem__, map(id, self.texts.names)))
        states = cell_words("status")
        telling = {
            text: (_of_description(text, several=False), _of_description(text, several=True))
            for text in dict.fromkeys(texts.values())
            if states.may_be_in(tokens(text))
        }
        name = self.plan.named_in
        if any(remark is not NOTHING for remarks in telling.values() for remark in remarks):
            for record, (text, count) in enumerate(zip(names, self.texts.counts, strict=True)):
                remark = telling[text][count > 1] if text in telling else NOTHING
                if not self._doubt_or_part(record, name, remark) and remark.status:
                    self._hear(record, Voice(remark.status, NOTE, remark.whole, remark.fragment, name))
        unclear = {
            text
            for text in dict.fromkeys(texts.values())
            if residue(text).tells and (text not in telling or not telling[text][0].understood)
        }
        self._ask(name, _holding(names, unclear))

    def _in_passing(self, column: Sequence[str]) -> None:
        """A place or a user that says a status ("in de kast") tells it, where the list itself does not."""
        remarks = {text: read_remark(text) for text in dict.fromkeys(column)}
        states = {text: remark.part_status or remark.status for text, remark in remarks.items()}
        telling = {text for text, state in states.items() if state not in (None, "in_use")}
        for record, text in enumerate(column) if telling else ():
            if text in telling and not self.texts.status[record]:
                remark = remarks[text]
                self._hear(record, Voice(states[text] or "", NOTE, remark.whole, remark.fragment, "location"))

    def _out_of_place(self, name: str, column: Sequence[str]) -> None:
        """A state where another thing is asked: "vermist" for a serial number, "nog niet binnen" for a date."""
        remarks = {text: read_remark(text) for text in dict.fromkeys(column) if text}
        telling = {text: r for text, r in remarks.items() if r.whole and r.status not in (None, "in_use")}
        for record, text in enumerate(column) if telling else ():
            if text in telling:
                remark = telling[text]
                self._hear(record, Voice(remark.status or "", NOTE, fragment=remark.fragment, name=name))

    def _notes(self, name: str, texts: Sequence[str]) -> None:
        """What remarks say of the state; doubts, parts of a lot, and what nobody understands."""
        table = {text: read_remark(text) for text in dict.fromkeys(texts)}
        unclear = {text for text, remark in table.items() if _is_unclear(text, remark)}
        asked: dict[str, list[int]] = {}
        for record, text in enumerate(texts):
            remark, several = table[text], self.texts.counts[record] > 1
            if remark is NOTHING:
                if "?" in text:
                    asked.setdefault(text, []).append(record)
                continue
            if several and not remark.part and (left_open := _left_open(remark, text)):
                self.usage.issues.append((record, name, doubt_issue(left_open), left_open.fragment))
            elif text in unclear:
                asked.setdefault(text, []).append(record)
            elif not remark.understood:
                if several and not _says_only_staff(text):
                    self.usage.issues.append((record, name, _NOT_UNDERSTOOD, ""))
            elif not self._doubt_or_part(record, name, remark) and remark.status and not of_a_part(text, remark):
                self._hear(record, Voice(remark.status, NOTE, remark.whole, remark.fragment, name))
        self._ask(name, asked)

    def _doubt_or_part(self, record: int, name: str, remark: Remark) -> bool:
        """A doubt of the count, or what holds for a part of a lot; False where the text says neither."""
        if not remark.doubt and not remark.part:
            return False
        known = self.own[record] or ("in_use" if self.plan.tells_status else "unknown")
        issue = doubt_issue(remark) if remark.doubt else part_issue(remark, self.texts.counts[record], known)
        if issue:
            self.usage.issues.append((record, name, issue, remark.fragment))
        elif remark.part_status:
            self._hear(record, Voice(remark.part_status, NOTE, fragment=remark.fragment, name=name))
        return True

    def _ask(self, name: str, rows_of: Mapping[str, Sequence[int]]) -> None:
        """One question for each distinct wording. `rows_of`: text -> records."""
        for text, rows in rows_of.items():
            there = tuple(record for record in rows if self.texts.counts[record])
            if there:
                issue = _STATUS_UNKNOWN if name == "status" else _NOTE_UNCLEAR
                asked = replace(issue, values={"n": str(len(there))})
                self.usage.questions.append(Question(name, there, asked, readable(text)))


def _holding(texts: Sequence[str], wanted: Collection[str]) -> dict[str, list[int]]:
    """The records of each text that is wanted."""
    found: dict[str, list[int]] = {}
    for record, text in enumerate(texts) if wanted else ():
        if text in wanted:
            found.setdefault(text, []).append(record)
    return found


def _is_unclear_heading(text: str) -> bool:
    remark = read_remark(text)
    return bool(text) and not (remark.whole and remark.status)


def _is_no_place(text: str) -> bool:
    """Under "lokaal" stands what may have become of a device; a sentence is read elsewhere."""
    return len(tokens(text)) <= _LONGEST_PLACE and residue(text).tells


def _half_read(text: str, remark: Remark) -> bool:
    """Beside a state it knows a cell says something else that may tell of one."""
    return bool(remark.status) and not remark.whole and residue(text).tells


def _is_unclear(text: str, remark: Remark) -> bool:
    """A remark may say how devices do, and nobody knows what."""
    if remark.doubt or remark.part or remark is NOTHING:
        return False
    if is_plainly_serial(text):
        return True  # of this device, or of another?
    return residue(text).tells and (remark is UNKNOWN or remark.status == "in_use")


def _of_description(text: str, *, several: bool) -> Remark:
    """What a description says of the device's state; the words and the numbers around it name the device."""
    remark = read_remark(text)
    state = remark.part_status or remark.status
    if state in (None, "in_use") or remark.doubt:
        return NOTHING
    apart = several and remark.part and re.search(rf"[(,;:–-]\s*{remark.part}\s+[a-z]", folded(text))
    return remark if apart else Remark(state, whole=True, fragment=remark.fragment)


def _left_open(remark: Remark, text: str) -> Remark | None:
    """A remark on a lot that says how it does, and then that not all of it does so; or that asks something."""
    if "?" in text and not remark.doubt:
        return _ASKS
    if not remark.understood:
        return None
    word = None if remark.whole else next((token for token in tokens(text) if token in _EXCEPTIONS), None)
    return Remark(doubt="not_sure", fragment=word) if word else None


def _audiences(plan: ListPlan, texts: Texts, staff: Collection[int], usage: Usage) -> list[str]:
    """A column for it goes first, and a remark or a colour that says another is asked; then staff, then pupils."""
    default = "pupils" if plan.people else plan.default_audience
    group = plan.group_heading
    said: dict[str, str | None] = {text: whose(text) for text in dict.fromkeys(texts.audience)}
    said |= dict.fromkeys(_said_unknown(plan, texts.audience), "unknown")
    at = {text: audience_of(text, group_heading=group) for text in dict.fromkeys(texts.places)}
    device = {row: bool(_STAFF_DEVICE.intersection(tokens(" ".join(row)))) for row in dict.fromkeys(texts.names)}
    of_staff = set[int]()
    for column in texts.people:
        telling = {text for text in dict.fromkeys(column) if whose(text) == "staff"}
        of_staff.update(record for record, text in enumerate(column) if text in telling) if telling else None
    noted = {text for text in dict.fromkeys(texts.notes) if _says_only_staff(text)}
    marked = {record for record, text in enumerate(texts.notes) if text in noted} if noted else set()
    found = [
        said[own] or ("staff" if device[name] or at[place] == "staff" else at[place] or default)
        for own, name, place in zip(texts.audience, texts.names, texts.places, strict=True)
    ]
    for record in of_staff | marked | set(staff):
        stated = said[texts.audience[record]]
        if stated == "pupils" and record in marked | set(staff):
            usage.issues.append((record, "audience", _AUDIENCE_CONFLICT, ""))
        found[record] = stated or "staff"
    return found


def _said_unknown(plan: ListPlan, texts: Sequence[str]) -> set[str]:
    """In the template only an empty cell leaves it to us: what says that it is unknown is unknown, and not asked."""
    if plan.layout != "template":
        return set()
    return {text for text in dict.fromkeys(texts) if cell_words("unknown").exact(tokens(text))}


def _says_only_staff(text: str) -> bool:
    """A remark that says nothing but whose the device is: "voor leerkracht"."""
    said = tuple(token for token in tokens(text) if token not in _AROUND_STAFF)
    return bool(said) and cell_words("audience").exact(said) == "staff"
