"""Status and audience of a sheet's devices, from every column, heading and mark that says something of them."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import folded, tokens, word_set
from planning.inventory.read.audience import audiences, said_unknown, says_only_whose
from planning.inventory.read.kind_questions import EACH
from planning.inventory.read.usage_model import CLAUSES, Question, Texts, Usage
from planning.inventory.read.voices import NOTE, OVER, OWN, Verdict, Voice, agreed
from planning.inventory.recognise.contents import looks_like_place
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.sections import tells_when
from planning.inventory.values.beside import NO_VALUES, moment_in, values_in
from planning.inventory.values.claims import residue
from planning.inventory.values.counts import parts_in
from planning.inventory.values.devices import knows_model
from planning.inventory.values.issue import DROPPED, PART, SHARE, Change, Issue, Option
from planning.inventory.values.leaving import RETURNED
from planning.inventory.values.lines import devices_of_lots
from planning.inventory.values.parts_said import clause_of, numbers_of_devices, shares_said
from planning.inventory.values.people import whose
from planning.inventory.values.periods import NO_PERIOD, year
from planning.inventory.values.redaction import known_part, readable
from planning.inventory.values.serials import is_plainly_serial
from planning.inventory.values.status import (
    NOTHING,
    PARTS,
    UNKNOWN,
    Remark,
    doubt_issue,
    of_a_part,
    part_issue,
    read_remark,
    says_it_works,
)
from planning.inventory.words.cell_words import cell_words, staff_words
from planning.workbooks.model import Choice

_BOUGHT: Final = re.compile(r"\b(?:nieuw|gekocht|aangeschaft|aangekocht|aanschaf|bought|new)\b")
_EXCEPTIONS: Final = word_set(
    "maar behalve deels gedeeltelijk grotendeels sommige enkele paar helft misschien waarschijnlijk meeste "
    "uitgezonderd except some most partly maybe"
)
"""Words that take back part of what a remark says of a lot."""
_LIMITS: Final = word_set(
    "was waren geweest tot until voorheen voormalig vroeger eerst destijds ex former formerly previously deels "
    "gedeeltelijk partly partially semi soms zelden nauwelijks amper sporadisch sometimes rarely hardly barely"
)
"""Words that say of a state how long, or how much, it holds."""
_ONLY: Final = word_set("alleen zonder only without")
"""Words of what a device needs, or cannot do, to work."""
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
_IN_STORE: Final = Issue(
    "status-in-store",
    "must",
    options=(
        Option(Choice("as_is", {"status": "spare"})),
        Option(Choice("status_in_use", {"status": "in_use"}), {"status": "in_use"}),
    ),
)
_STATUS_UNKNOWN: Final = Issue("status-unknown", "must", options=_ANSWERS)
_AMONG_NAMES: Final = Issue("status-among-names", "must", options=_ANSWERS)
"""What stands there may name a person all the same: it is not shown."""
_NOTE_UNCLEAR: Final = Issue("note-unclear", "must", options=_ANSWERS)
_SEVERAL_LOTS: Final = Issue(
    "row-holds-several", "must", options=(Option(Choice("value_stands")), Option(Choice("leave_out"), {DROPPED: True}))
)
_ALL_BUT: Final = re.compile(r"\bop \S+ na\b|\bbehalve\b|\bniet\b|\bexcept\b")


def _part_unclear(part: int, count: int) -> Issue:
    """What holds for a part of a lot, in words nobody knows: until a person says, all of it is as the list says."""
    values = {"part": str(part), "count": str(count)}
    states = ("broken", "in_repair", "spare", "disposed", "missing")
    options = (
        Option(Choice("part_none")),
        *(Option(Choice(f"split_{state}", {**values, "status": state}), {PART: (part, state)}) for state in states),
    )
    return Issue("mixed-unclear", "must", values, options)


def _shares_issue(text: str, remark: Remark, count: int) -> Issue | None:
    """The question a lot raises of which a remark says that some are for staff; None where it says so of none, or all.

    "2 voor leerkracht, 1 defect" says two things: what holds for its parts is asked elsewhere.
    """
    shares, rest = shares_said(text) if remark.status is None and not remark.part and not remark.doubt else ({}, None)
    part = shares.get("staff", 0)
    if not 0 < part < count:
        return None
    values = {"part": str(part), "count": str(count), "whose": "staff"}
    of_rest = rest or ("pupils" if shares.get("pupils") == count - part else None)
    change: dict[str, object] = {SHARE: (part, "staff"), **({"audience": of_rest} if of_rest else {})}
    options = (Option(Choice("share", values), change), Option(Choice("share_none")))
    return Issue("mixed-audience-in-lot", "must", values, options)


_DOUBTED: Final[Mapping[str, tuple[str, Change]]] = {
    "serial": ("serial-doubted", {"serial": None}),
    "price": ("price-doubted", {"price_cents": None}),
    "purchased": ("purchase-doubted", NO_PERIOD.change()),
    "location": ("location-doubted", {"location": None}),
    "audience": ("audience-doubted", {"audience": "unknown"}),
}
"""By field what a question about its doubtful values is called, and what they are where they do not hold."""
_OF_DATES: Final = re.compile(r"\b(?:\w*datum|jaartal|\w*jaar|date|year)\b")
"""What a question in a remark may be about rather than how many there are."""
_PURCHASE_DOUBTED: Final = Issue(
    "purchase-doubted",
    "must",
    {"n": "1"},
    (Option(Choice("value_stands")), Option(Choice("value_unknown"), NO_PERIOD.change())),
)
_TOLD_OF_WORDS: Final = frozenset({"serial", "price", "purchased", "brand"})
_NOTHING_CHANGES: Final[Change] = {}
_OF_SOMEBODY: Final = re.compile(
    r"(?:is )?(?:van|voor) (?:[a-z]+ )?[A-Z][a-z]+(?: (?:(?:van|de|der|den) )*[A-Z][a-z]+)?[.!]?"
)
"""Whose a device is, by the name of a person: "van Marja"."""
_AND: Final = re.compile(r"\s(?:en|and)\s")
_OPENING: Final = 2  # words of a clause
_OUT: Final = frozenset({"disposed", "missing", "broken", "in_repair"})
_IN_PASSING: Final = "note-mentions-status"
_ASKED_TOGETHER: Final = frozenset({_IN_PASSING, "colour-conflict", "struck-conflict"})
"""What many rows may leave open in the same way: asked once for all of them."""
_SHOWN: Final = 4  # wordings in one question
_WORDS_ASKED: Final = Issue("note-words", "must", options=(Option(Choice("as_is")), Option(Choice("one_by_one"))))
_WORDS_UNKNOWN: Final = Issue("note-words-unknown", "info")


def tells_of_use(said: Collection[str]) -> bool:
    """Some word of a text may say it is for staff or how the device does; a pupil's name says nothing."""
    return staff_words().may_be_in(said) or cell_words("status").may_be_in(said)


def read_usage(
    plan: ListPlan, texts: Texts, looks: Mapping[int, Sequence[Voice]], coloured: Mapping[int, Voice]
) -> Usage:
    """What is said of the devices' use. `looks`: what marks say of their state; `coloured`: what of whose they are."""
    own = _own_states(plan, texts.status)
    usage = Usage([], [])
    voices = _Hearing(plan, texts, own, usage).voices()
    for record, seen in looks.items():
        voices.setdefault(record, []).extend(seen)
    usage.status = _settled(plan, texts, own, voices, usage)
    if plan.layout != "sentences":  # who writes that laptops lie in the store says that they are spare
        _ask_of_stores(texts, usage)
    usage.audience = audiences(plan, texts, coloured, usage)
    return usage


def _ask_of_stores(texts: Texts, usage: Usage) -> None:
    """What only its storeroom makes spare may be kept there to be used: asked once for each."""
    remarks = {text: read_remark(text) for text in dict.fromkeys(texts.places) if looks_like_place(text)}
    stores = {text for text, remark in remarks.items() if remark.status == "spare" and remark.whole}
    for text, records in _holding(texts.places, stores).items():
        told = (texts.status, texts.notes, texts.over)
        alone = (r for r in records if usage.status[r] == "spare" and not any(said and said[r] for said in told))
        there = tuple(record for record in alone if texts.counts[record])
        if there:
            issue = replace(_IN_STORE, values={"n": str(len(there))})
            usage.questions.append(Question("location", there, issue, readable(text)))


def _own_states(plan: ListPlan, status: Sequence[str]) -> list[str]:
    """What the status column says of each record; "" where it says nothing, "unknown" where nobody understands it."""
    table = {}
    for text in dict.fromkeys(status):
        remark = read_remark(text, plan.yes_no_heading)
        silent = remark.understood or (not tokens(text) and "?" not in text)
        table[text] = remark.status or ("" if silent else "unknown")
    sorts = {text: cell_words("sort_of_state").exact(tokens(text)) for text in table}
    if "handed_out" in sorts.values():  # then what is ready for it is in the cupboard
        table |= {text: "spare" for text, sort in sorts.items() if sort == "ready"}
    return list(map(table.__getitem__, status))


def _settled(
    plan: ListPlan, texts: Texts, own: Sequence[str], voices: Mapping[int, Sequence[Voice]], usage: Usage
) -> list[str]:
    """A list that notes a status notes the exceptions: blank is in use. Without such a column nobody says."""
    # What the heading of one column says in a matrix ("chromebooks die het doen") is no exception among the others.
    works_alone = plan.layout == "matrix" and set(own) == {"", "in_use"} and not texts.parts and not any(texts.notes)
    blank = "in_use" if plan.tells_status and not works_alone else "unknown"
    above = {text: read_remark(text).status for text in dict.fromkeys(texts.over)}
    # A product calls active what it still manages: that is no answer to a person who says it is kept apart.
    silent = ("", "unknown", "in_use") if plan.export else ("", "unknown")
    together: dict[tuple[str, ...], tuple[Verdict, list[int]]] = {}
    told = [state or blank for state in own]
    for record in range(len(own)) if above else sorted(voices):
        over = above.get(texts.over[record]) if above else None
        heard = own[record] not in silent and not _gives_way(texts.status[record], voices.get(record, ()))
        said = [Voice(own[record], OWN)] if heard else []
        said += [Voice(over, OVER)] if over else []
        said += voices.get(record, ())
        verdict = agreed(tuple(said), own[record] or blank)
        told[record] = verdict.status
        issue = verdict.issue
        if issue and issue.code in _ASKED_TOGETHER:
            key = (issue.code, verdict.name, verdict.fragment, *issue.values.values(), verdict.status)
            together.setdefault(key, (verdict, []))[1].append(record)
        elif issue:
            usage.issues.append((record, verdict.name, issue, verdict.fragment))
    for verdict, records in together.values():
        if verdict.issue and len(records) > 1:
            usage.questions.append(Question(verdict.name, tuple(records), verdict.issue, verdict.fragment))
        elif verdict.issue:
            usage.issues.append((records[0], verdict.name, verdict.issue, verdict.fragment))
    return told


def _gives_way(text: str, voices: Sequence[Voice]) -> bool:
    """ "Geactiveerd" is what a product calls all it manages; "goed" is how a device does, in use or in the cupboard."""
    sort = cell_words("sort_of_state").exact(tokens(text))
    return sort == "managed" or (sort == "condition" and {voice.status for voice in voices} == {"spare"})


def _dates(text: str) -> bool:
    """A remark that names a device and a year, in a list without another: "iPad Air, september 2014"."""
    return knows_model(text) and tells_when(text)


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
                if said == RETURNED:
                    self._hear(record, Voice("spare", NOTE, whole=False, fragment="retour"))
                elif said:
                    self._hear(record, Voice(said, NOTE))
        for state, numbers in texts.parts:
            if not state:
                self._ask_of_parts(numbers)
            for record, number in enumerate(numbers) if state else ():
                if number:
                    self._part_counted(record, state, number)
        for beside in texts.beside:
            self._said_beside(beside.name, beside.rests, beside.strict)
        self._own_column()
        self._ask("status", _holding(texts.over, {t for t in dict.fromkeys(texts.over) if _is_unclear_heading(t)}))
        for column in (texts.places, *texts.people):
            self._in_passing(column)
        self._ask("location", _holding(texts.places, {t for t in dict.fromkeys(texts.places) if _is_no_place(t)}))
        if odd := tuple(record for record in texts.odd_names if texts.counts[record]):
            issue = replace(_AMONG_NAMES, values={"n": str(len(odd))})
            self.usage.questions.append(Question("audience", odd, issue, ""))
        for name, column in texts.elsewhere.items():
            self._out_of_place(name, column)
        if any(texts.in_counts):
            self._notes("count", texts.in_counts)
        if any(texts.notes):
            self._notes("note", texts.notes)
        return self.heard

    def _is_out_of_use(self, record: int) -> bool:
        """It is gone or does not work, as the list itself says: where it went to, or why, changes nothing."""
        over = read_remark(self.texts.over[record]) if self.texts.over else NOTHING
        return self.own[record] in _OUT or (over.whole and over.status in _OUT)

    def _hear(self, record: int, voice: Voice) -> None:
        self.heard.setdefault(record, []).append(voice)

    def _own_column(self) -> None:
        """Words in a column of states that nobody understands are asked about, whatever they look like."""
        status, heading = self.texts.status, self.plan.yes_no_heading
        table = {text: read_remark(text, heading) for text in dict.fromkeys(status)}
        apart = set()
        for text, remark in table.items():
            if text and not remark.part and not (remark.whole and remark.status) and numbers_of_devices(text):
                rows = [record for record, said in enumerate(status) if said == text]
                asked = [self._apart(record, "status", text, remark) for record in rows]
                if all(asked):
                    apart.add(text)
        if any(remark.doubt or remark.part for remark in table.values()):
            for record, text in enumerate(status):
                self._doubt_or_part(record, "status", table[text])
        unclear = {text for text, remark in table.items() if remark is UNKNOWN or _half_read(text, remark)}
        unclear |= {text for text in table if "?" in text and not tokens(text)}
        unclear = {text for text in unclear if not _is_of_whom(text)}
        self._ask("status", _holding(status, unclear - apart - said_unknown(self.plan, status)))

    def _said_beside(self, name: str, column: Sequence[str], strict: bool) -> None:
        """What cells say besides the value they are read for is heard like a remark on the device."""
        table = {rest: read_remark(rest) for rest in dict.fromkeys(column) if rest}
        described = name == self.plan.named_in
        unclear = set()
        for rest, remark in table.items():
            left = residue(rest)
            tells = left.tells or (left.hints and not strict) or (left.few and name in _TOLD_OF_WORDS)
            works = remark.status == "in_use" and remark.whole
            unread = remark.status in (None, "in_use") and not remark.part and not works
            if tells and unread and (strict or not remark.doubt):
                unclear.add(rest)
        for record, rest in enumerate(column):
            if not rest or rest not in table or not self.texts.counts[record]:
                continue
            remark = table[rest]
            if remark.part == 1 and self.texts.counts[record] == 1:
                remark = Remark(remark.part_status, whole=True, fragment=remark.fragment)
            if self._apart(record, name, rest, remark):
                unclear.discard(rest)
            elif self.texts.counts[record] > 1 and not strict and (said := _left_open(remark, rest, any_word=True)):
                self.usage.issues.append((record, name, doubt_issue(said), said.fragment))
            elif remark.doubt and not strict:
                self.usage.issues.append((record, name, doubt_issue(remark), remark.fragment))
            elif (state := remark.part_status or remark.status) not in (None, "in_use"):
                self._hear(record, Voice(state or "", NOTE, described or remark.whole, remark.fragment, name))
        self._ask(name, _holding(column, unclear))
        self._values_beside(name, column, unclear)

    def _values_beside(
        self, name: str, column: Sequence[str], asked: Collection[str], *, of_purchase: bool = False
    ) -> None:
        """A year, an amount or a question mark beside another value: asked once for each column."""
        values = {rest: values_in(rest) for rest in dict.fromkeys(column) if rest and rest not in asked}
        rows = [(record, rest, values[rest]) for record, rest in enumerate(column) if rest in values]
        rows = [row for row in rows if self.texts.counts[row[0]]]
        own = of_purchase or "purchased" in self.plan.fields
        years = {r: value.year for r, _, value in rows if value.year and own and self.texts.bought[r] is None}
        prices = {r: value.cents for r, _, value in rows if value.cents and not self._is_priced(r)}
        doubts = [record for record, rest, _ in rows if "?" in rest]
        left = {record: rest for record, rest, _ in rows}
        if years:
            changes = {record: period.change() for record, said in years.items() if (period := year(said))}
            options = (("unknown", dict.fromkeys(years, NO_PERIOD.change())), ("years_bought", changes))
            self._ask_of_values(name, "purchase-beside", left, options)
        if prices:
            changes = {record: {"price_cents": cents} for record, cents in prices.items()}
            options = (("unknown", dict.fromkeys(prices, _NOTHING_CHANGES)), ("price_each", changes))
            self._ask_of_values(name, "price-beside", left, options)
        if doubts:
            without = _DOUBTED.get(name, ("kind-doubted", {DROPPED: True}))
            options = (
                ("value_stands", dict.fromkeys(doubts, _NOTHING_CHANGES)),
                ("value_unknown", dict.fromkeys(doubts, without[1])),
            )
            self._ask_of_values(name, without[0], left, options)
        told = years.keys() | prices.keys() | set(doubts)
        for record, rest, value in rows:
            of_words = name in _TOLD_OF_WORDS and not read_remark(rest).understood
            if record not in told and (of_words or value is not NO_VALUES):
                self.usage.issues.append((record, name, _WORDS_UNKNOWN, known_part(rest)))

    def _ask_of_values(
        self, name: str, code: str, left: Mapping[int, str], answers: Sequence[tuple[str, Mapping[int, Change]]]
    ) -> None:
        records = tuple(answers[0][1])
        options = tuple(Option(Choice(choice), {EACH: dict(changes)}) for choice, changes in answers)
        issue = Issue(code, "must", {"n": str(len(records))}, options)
        self.usage.questions.append(Question(name, records, issue, readable(left[records[0]]), each=True))

    def _is_priced(self, record: int) -> bool:
        return any(prices[record] is not None for prices in self.texts.priced)

    def _part_counted(self, record: int, state: str, number: int) -> None:
        """A column of its own says how many of a lot it holds for: that leaves nothing to ask."""
        count = self.texts.counts[record]
        if number == count:
            self._hear(record, Voice(state, NOTE))
        elif number > count:
            self.usage.issues.append((record, "count", doubt_issue(_ASKS), ""))
        else:
            values = {"part": str(number), "count": str(count), "status": state}
            options = (Option(Choice("split", values), {PART: (number, state)}),)
            self.usage.issues.append((record, "count", Issue("mixed-by-column", "info", values, options), ""))

    def _ask_of_parts(self, numbers: Sequence[int]) -> None:
        """A column that counts a part of every lot, and nobody knows what of it: asked once for the column."""
        counts = self.texts.counts
        parts = {r: number for r, number in enumerate(numbers) if 0 < number <= counts[r]}
        if not parts:
            return
        first = next(iter(parts))
        options = [Option(Choice("part_none"), {EACH: dict.fromkeys(parts, _NOTHING_CHANGES)})]
        for state in ("broken", "in_repair", "spare", "disposed", "missing"):
            changes: dict[int, Change] = {record: {PART: (number, state)} for record, number in parts.items()}
            options.append(Option(Choice(f"part_{state}", {"status": state}), {EACH: changes}))
        values = {"n": str(len(parts)), "part": str(parts[first]), "count": str(counts[first])}
        issue = Issue("mixed-by-unknown-column", "must", values, tuple(options))
        self.usage.questions.append(Question("count", tuple(parts), issue, "", each=True))

    def _apart(self, record: int, name: str, text: str, remark: Remark) -> bool:
        """A number of the lot of which a text says something: a question; False where it speaks of no part."""
        count = self.texts.counts[record]
        if count < 2 or remark.part:
            return bool(remark.part) and count > 1 and self._doubt_or_part(record, name, remark)
        parts = [number for number in numbers_of_devices(text) if number < count]
        if not parts or remark.doubt:
            return False
        state = remark.status if remark.status != "in_use" else None
        clause = clause_of(text, parts[0])
        if not state and not (residue(clause).hints or residue(clause).few) and _ALL_BUT.search(folded(text)) is None:
            return False
        if state and len(parts) == 1:
            part = Remark(part=parts[0], part_status=state, fragment=f"{parts[0]} {remark.fragment}")
            return self._doubt_or_part(record, name, part)
        self.usage.issues.append((record, name, _part_unclear(parts[0], count), readable(text)))
        return True

    def _in_passing(self, column: Sequence[str]) -> None:
        """A place or a user that says a status ("in de kast") tells it, where the list itself does not."""
        remarks = {text: _remark_before_brackets(text) for text in dict.fromkeys(column)}
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
        hinting = {text for text, remark in table.items() if text not in unclear and _may_tell(text, remark)}
        holding = {text: n for text in table if (n := devices_of_lots(text))}
        asked: dict[str, list[int]] = {}
        hinted: dict[str, list[int]] = {}
        for record, text in enumerate(texts):
            remark, several = table[text], self.texts.counts[record] > 1
            if remark is NOTHING:
                if "?" in text:
                    asked.setdefault(text, []).append(record)
                continue
            if several and text in holding and holding[text] == self.texts.counts[record]:
                self.usage.issues.append((record, name, _SEVERAL_LOTS, readable(text)))
                continue
            if several and (shares := _shares_issue(text, remark, self.texts.counts[record])):
                self.usage.issues.append((record, name, shares, readable(text)))
                continue
            if several and remark.part and len(parts := parts_in(text)) > 1:
                for part in parts:
                    self._doubt_or_part(record, name, read_remark(part))
                continue
            if several and self._apart(record, name, text, remark):
                continue
            if several and not remark.part and (left_open := _left_open(remark, text)):
                self.usage.issues.append((record, name, doubt_issue(left_open), left_open.fragment))
            elif (text in unclear or text in hinting) and self._is_out_of_use(record):
                self.usage.issues.append((record, name, _WORDS_UNKNOWN, readable(text)))
            elif text in unclear:
                asked.setdefault(text, []).append(record)
            elif text in hinting:
                hinted.setdefault(text, []).append(record)
            elif not remark.understood:
                if several and not says_only_whose(text) and moment_in(text) is None:
                    self.usage.issues.append((record, name, _NOT_UNDERSTOOD, ""))
                elif not several and residue(text).words:
                    self.usage.issues.append((record, name, _WORDS_UNKNOWN, readable(text)))
            elif remark.doubt and self.texts.bought[record] and _OF_DATES.search(folded(text)):
                self.usage.issues.append((record, "purchased", _PURCHASE_DOUBTED, remark.fragment))
            elif not self._doubt_or_part(record, name, remark) and remark.status and not of_a_part(text, remark):
                whole = remark.whole or (remark.opens and (not several or _holds_for_all(text)))
                whole = whole or (self._is_out_of_use(record) and _plainly_works(text, remark))
                self._hear(record, Voice(remark.status, NOTE, whole, remark.fragment, name))
        self._ask(name, asked)
        self._ask_together(name, hinted)
        silent = "purchased" not in self.plan.fields
        told = {
            text
            for text in dict.fromkeys(texts)
            if text and (_BOUGHT.search(folded(text)) or (silent and _dates(text)))
        }
        bought = [text if text in told else "" for text in texts]
        if told:
            self._values_beside(name, bought, set(asked), of_purchase=True)
        if silent:
            self._ask_of_moments(name, ["" if text in told else text for text in texts])

    def _ask_of_moments(self, name: str, texts: Sequence[str]) -> None:
        """In a list that does not ask when devices were bought, remarks that are a moment: asked once."""
        moments = {text: moment for text in dict.fromkeys(texts) if text and (moment := moment_in(text))}
        found = {r: moments[text] for r, text in enumerate(texts) if text in moments and self.texts.bought[r] is None}
        found = {record: moment for record, moment in found.items() if self.texts.counts[record]}
        if found:
            changes = {record: moment.change() for record, moment in found.items()}
            options = (("unknown", dict.fromkeys(found, NO_PERIOD.change())), ("years_bought", changes))
            self._ask_of_values(name, "purchase-beside", dict(enumerate(texts)), options)

    def _ask_together(self, name: str, rows_of: Mapping[str, Sequence[int]]) -> None:
        """One question for all remarks of a column in words nobody knows; a person may want to say it of each."""
        before = len(self.usage.questions)
        self._ask(name, rows_of)
        apart = tuple(self.usage.questions[before:])
        if len(apart) > 1:
            records = tuple(record for question in apart for record in question.records)
            issue = replace(_WORDS_ASKED, values={"n": str(len(records)), "others": _named(apart[1:])})
            together = Question(name, records, issue, apart[0].written, apart=apart)
            self.usage.questions[before:] = [together]

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
    """Rests a state it knows a cell says something else that may tell of one."""
    if remark.doubt or remark.part or not remark.status:
        return False
    limited = remark.status == "in_use" and not _LIMITS.isdisjoint(tokens(text))
    return "?" in text or limited or _says_gone_and_there(text) or (not remark.opens and residue(text).tells)


def _says_gone_and_there(text: str) -> bool:
    """ "uit dienst, ligt klaar": of one device both cannot be."""
    states = {read_remark(clause).status for clause in CLAUSES.split(text)}
    return bool(states & {"disposed", "missing"}) and bool(states & {"spare", "in_use"})


def _is_of_whom(text: str) -> bool:
    """A text in a column of states that says whose the device is, and nothing of how it does."""
    left = residue(text)
    return whose(text) is not None and not left.tells and not left.hints


def _is_unclear(text: str, remark: Remark) -> bool:
    """A remark may say how devices do, and nobody knows what."""
    if remark.doubt or remark.part or remark is NOTHING or _is_of_a_good_part(text, remark):
        return False
    if is_plainly_serial(text):
        return True  # of this device, or of another?
    if remark.status == "in_use" and remark.whole and tokens(text)[0] in PARTS:
        return False  # "accu vervangen in mei, werkt weer goed": what is said last of a device holds
    return residue(text).tells and (remark is UNKNOWN or remark.status == "in_use")


def _may_tell(text: str, remark: Remark) -> bool:
    """Words nobody knows, built as remarks on the state are."""
    if remark.doubt or remark.part or remark is NOTHING or says_only_whose(text) or _is_of_a_good_part(text, remark):
        return False
    if _OF_SOMEBODY.fullmatch(text.strip()):
        return False
    return (
        (remark is UNKNOWN or remark.status == "in_use")
        and not remark.whole
        and (residue(text).hints or residue(text).few)
    )


def _is_of_a_good_part(text: str, remark: Remark) -> bool:
    """ "Lamp is nog goed": a part of the device does, and nothing else is said."""
    left = residue(text).words
    return remark.status == "in_use" and bool(left) and PARTS.issuperset(left)


def _plainly_works(text: str, remark: Remark) -> bool:
    """A clause opens with that the device works or is in use, whatever more it says: "werkt prima, in groep 6"."""
    if remark.status != "in_use" or not (_LIMITS | _ONLY).isdisjoint(tokens(text)) or "?" in text:
        return False
    clauses = (part for clause in CLAUSES.split(text) for part in _AND.split(clause))
    opening = (" ".join(tokens(clause)[:_OPENING]) for clause in clauses)
    return any(says_it_works(said) for said in opening if said)


def _holds_for_all(text: str) -> bool:
    """A lot's state in a clause of its own, and behind it no part of the lot: "reserve, alleen voor toetsen"."""
    first, *others = CLAUSES.split(text)
    plain = not any(map(str.isdigit, text)) and "?" not in text and _EXCEPTIONS.isdisjoint(tokens(text))
    return plain and read_remark(first).whole and not any(read_remark(one).understood for one in others)


def _named(questions: Sequence[Question]) -> str:
    """A few of the wordings that are asked about together."""
    readable_ones = [question.written for question in questions if any(map(str.isalnum, question.written))]
    shown = ", ".join(f"‘{written}’" for written in readable_ones[:_SHOWN])
    return f"{shown}, …" if len(readable_ones) > _SHOWN else shown


def _left_open(remark: Remark, text: str, *, any_word: bool = False) -> Remark | None:
    """A remark on a lot that says how it does, and then that not all of it does so; or that asks something."""
    if "?" in text and not remark.doubt and not any_word:
        return _ASKS
    if not remark.understood and not any_word:
        return None
    word = None if remark.whole else next((token for token in tokens(text) if token in _EXCEPTIONS), None)
    if word == "maar" and read_remark(folded(text).partition("maar")[2]).status == "in_use":
        return None  # "traag maar doen het"
    return Remark(doubt="not_sure", fragment=word) if word else None


def _remark_before_brackets(text: str) -> Remark:
    """ "reserve (kast directie)": where it stands takes nothing from the state before it."""
    before, bracket, _ = text.partition("(")
    remark = read_remark(before) if bracket else read_remark(text)
    return remark if remark.whole or not bracket else read_remark(text)
