"""Whose the devices of a sheet are: by their own column, their names, remarks, colours, users and places."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from planning.core.text import folded, tokens, word_set
from planning.inventory.read.distinct import mapped
from planning.inventory.read.usage_model import CLAUSES, Question, Texts, Usage
from planning.inventory.read.voices import NAME, NOTE, OWN, PEOPLE, PLACE, Voice, agreed_audience
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.beside import rest_of_audience, rest_of_device
from planning.inventory.values.devices import kind_named
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.parts_said import shares_said
from planning.inventory.values.people import EVERYBODY, is_name, titled_audience, whose
from planning.inventory.values.places import audience_of
from planning.inventory.values.redaction import readable
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.model import Choice

# Words in a device's own description; shorter ones ("mt", "rt", "team") are parts of model names too.
_STAFF_DEVICE: Final = word_set(
    "leerkracht leerkrachten leerkrachtlaptop leerkrachtlaptops personeel directie directeur docent docenten teacher "
    "staff juf juffen meester meesters administratie"
)
_AROUND_STAFF: Final = word_set(
    "is nu staat ligt op thans voor veur vur van bij de het alleen laptop laptops device devices gebruik tbv t b v "
    "for the of"
)


_FUNCTION: Final = re.compile(r"(?:functie|rol|taak|job title|role)\b")
_PURPOSES: Final = word_set("instructie presentatie presentaties klassikaal les lessen onderwijs teaching lessons")
"""What devices are for, that says nothing of whose they are."""


def audiences(plan: ListPlan, texts: Texts, coloured: Mapping[int, Voice], usage: Usage) -> list[str]:
    """Whose the devices are: their own column, their name, a remark, a colour, who uses them and where they stand."""
    functions = _tells_functions(plan, texts.audience)
    default = titled_audience(texts.above) or (_of_people(plan) if plan.people else plan.default_audience)
    default = "staff" if functions else default
    group = plan.group_heading
    said: dict[str, str | None] = {text: whose(text) for text in dict.fromkeys(texts.audience)}
    said |= dict.fromkeys(said_unknown(plan, texts.audience), "unknown")
    if functions:
        said = {text: says or ("staff" if _is_said(text) else None) for text, says in said.items()}
    if "pupils" in said.values():  # who stands there by name beside "leerlingen" is none of them
        said |= {text: "staff" for text, says in said.items() if says is None and is_name(text)}
    at = {text: audience_of(text, group_heading=group) for text in dict.fromkeys(texts.places)}
    found = mapped(lambda place: at[place] or default, texts.places)
    for record in texts.grown_ups:
        found[record] = at[texts.places[record]] or "staff"  # a laptop in groep 3 is in the care of its teacher
    told = {text: says for text, says in said.items() if says}
    for record, text in enumerate(texts.audience) if told else ():
        found[record] = told.get(text, found[record])
    _ask_whose(texts.audience, said, usage)
    for record, heard in _telling_whose(texts, coloured).items():
        own, place = said[texts.audience[record]], at[texts.places[record]]
        voices = (*([Voice(own, OWN)] if own else []), *heard, *([Voice(place, PLACE)] if place else []))
        verdict = agreed_audience(voices, default)
        found[record] = verdict.status
        if verdict.issue:
            usage.issues.append((record, verdict.name, verdict.issue, verdict.fragment))
    return found


def _tells_functions(plan: ListPlan, audience: Sequence[str]) -> bool:
    """Beside names stands what somebody does at school, in whatever words: pupils, and computers, do nothing there."""
    headed = plan.people and any(_FUNCTION.match(folded(heading.text)) for heading in plan.headings.values())
    return bool(headed) and not any(whose(text) == "pupils" or kind_named(text) for text in set(audience))


def _of_people(plan: ListPlan) -> str:
    """Whose the devices of a list with names are: "Naam medewerker" says it, other headings are over pupils."""
    headings = [plan.headings[place].text for place in plan.people if place in plan.headings]
    named = {hit.value for text in headings for hit in cell_words("audience").find(tokens(text))}
    return "staff" if named == {"staff"} else "pupils"  # "leerling/leerkracht" leaves it open


def _ask_whose(audience: Sequence[str], said: Mapping[str, str | None], usage: Usage) -> None:
    """What a column says of whose devices are in words nobody knows: asked once for the column."""
    unread = {text for text, known in said.items() if known is None and _is_said(text)}
    records = tuple(record for record, text in enumerate(audience) if text in unread) if unread else ()
    if records:
        options = tuple(
            Option(Choice(f"audience_{whose}", {"audience": whose}), {"audience": whose})
            for whose in ("unknown", "pupils", "staff")
        )
        issue = Issue("audience-unclear", "must", {"n": str(len(records))}, options)
        usage.questions.append(Question("audience", records, issue, readable(audience[records[0]])))


def _is_said(text: str) -> bool:
    said = tokens(text)
    of_nobody = not EVERYBODY.isdisjoint(said) or _PURPOSES.issuperset(said)
    of_nobody = of_nobody or kind_named(text) is not None  # "server" is what the device does
    remark = read_remark(text)
    of_nobody = of_nobody or bool(remark.whole and remark.status)  # "spare" is heard as a state
    return bool(said) and not of_nobody and cell_words("unknown").exact(said) is None and audience_of(text) is None


def _telling_whose(texts: Texts, coloured: Mapping[int, Voice]) -> dict[int, list[Voice]]:
    """By record what is said of whose devices are beside the column for it and where they stand."""
    heard: dict[int, list[Voice]] = {}
    names = {row for row in texts.descriptions if _STAFF_DEVICE.intersection(tokens(" ".join(row)))}
    described: dict[tuple[str, ...], str] = dict.fromkeys(names, "staff")
    described |= {row: says for row in texts.descriptions if row not in names and (says := _described(row))}
    for record, row in enumerate(texts.names) if described else ():
        if row in described:
            heard.setdefault(record, []).append(Voice(described[row], NAME))
    noted = {text: says for text in dict.fromkeys((*texts.notes, *texts.in_counts)) if (says := _said_whose(text))}
    for column in (texts.notes, texts.in_counts) if noted else ():
        for record, text in enumerate(column):
            if text in noted and not (texts.counts[record] > 1 and shares_said(text)[0]):
                heard.setdefault(record, []).append(Voice(noted[text], NOTE))
    stated = {text: says for text in dict.fromkeys(texts.status) if text and (says := whose(text) or _used_in(text))}
    for record, text in enumerate(texts.status) if stated else ():
        if text in stated:
            heard.setdefault(record, []).append(Voice(stated[text], PEOPLE))
    placed = {text: says for text in dict.fromkeys(texts.notes) if text not in noted and (says := _placed_with(text))}
    for record, text in enumerate(texts.notes) if placed else ():
        if text in placed and not (texts.counts[record] > 1 and shares_said(text)[0]):
            heard.setdefault(record, []).append(Voice(placed[text], PLACE))
    for column in texts.people:
        staff = {text for text in dict.fromkeys(column) if whose(text) == "staff"}
        for record, text in enumerate(column) if staff else ():
            if text in staff:
                heard.setdefault(record, []).append(Voice("staff", PEOPLE))
    for record, voice in coloured.items():
        heard.setdefault(record, []).append(voice)
    return heard


def _described(row: Sequence[str]) -> str | None:
    """Whose a description says the device is beside what it is: "Chromebook Dell (leerlingen)", "laptop van de juf"."""
    rests = rest_of_device(" ".join(filter(None, row[:4])))
    said = {says for rest in rests for clause in CLAUSES.split(rest) if (says := says_only_whose(clause))}
    return said.pop() if len(said) == 1 else None


def said_unknown(plan: ListPlan, texts: Sequence[str]) -> set[str]:
    """In the template only an empty cell leaves it to us: what says that it is unknown is unknown, and not asked."""
    if plan.layout != "template":
        return set()
    return {text for text in dict.fromkeys(texts) if cell_words("unknown").exact(tokens(text))}


def says_only_whose(text: str) -> str | None:
    """ "staff" or "pupils" where a text says nothing but whose the device is: "voor leerkracht"; else None."""
    said = tuple(token for token in tokens(text) if token not in _AROUND_STAFF)
    return cell_words("audience").exact(said) if said else None


def _used_in(text: str) -> str | None:
    """Whose a state says the device is by where it is in use: "in gebruik bovenbouw"."""
    return audience_of(text) if read_remark(text).status == "in_use" else None


def _placed_with(text: str) -> str | None:
    """Whose a remark says the device is by who uses it or where it is, and says nothing else: "leerkracht groep 3"."""
    return audience_of(text) if text and not rest_of_audience(text) else None


def _said_whose(text: str) -> str | None:
    """Whose a remark says the device is, in a clause of its own: "voor leerkracht, scherm stuk"."""
    said = {says for clause in CLAUSES.split(text) if (says := says_only_whose(clause))} if text else set()
    return said.pop() if len(said) == 1 else None
