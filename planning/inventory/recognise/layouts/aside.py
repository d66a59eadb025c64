"""Sheets that look like a list and hold nothing a school has: an offer, a price list, a floor plan."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from planning.core.text import clean, folded
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal
from planning.inventory.recognise.layouts.sorting import read_body
from planning.inventory.recognise.leanings import says_came
from planning.inventory.recognise.sections import moment_and_rest
from planning.inventory.values.status import read_remark
from planning.workbooks.grid import Grid

_OFFER: Final = re.compile(
    r"\b(?:offertes?|prijslijst(?:en)?|prijsopgave|prijsvoorstel|prijsvergelijking|aanbieding(?:en)?|quot(?:e|ation)"
    r"|price ?list|bestelformulier|bestelvoorstel|bestellijst|wensenlijst|wenslijst|verlanglijst|wensen|begroting"
    r"|prijsafspra\w+|winkelwagen|catalogus|\w*prijzen|tarieven|(?:kosten)?raming|(?:te|nog) bestellen|nog niet"
    r"|\w*(?:investerings|vervangings|aanschaf|bestel|inkoop)plan(?:nen|ning)?)\b"
)
_WISHED: Final = re.compile(
    r"\b(?:wensen(?:lijst)?|wenslijst|verlanglijst\w*|\w*begroting\w*|wish ?list|\w*prognoses?|forecasts?|vooruitblik"
    r"|niet (?:gekozen|besteld|gekocht|aangeschaft|doorgegaan)|afgewezen|geannuleerd\w*|not (?:chosen|ordered|bought)"
    r"|rejected|cancell?ed)\b"
)
_PRICED: Final = re.compile(r"\b(?:alle )?prijzen (?:zijn|per|in|incl|excl|ex)\b")
"""A line that says what the prices of a list are."""
_TO_DO: Final = re.compile(
    r"\b(?:aan )?te \w+en\b|\b(?:gepland|toekomst\w*|wens|nodig|gewenst|planned|wanted|to buy)\b"
)
_TERMS: Final = re.compile(r"\b(?:dagen geldig|geldig tot|levertijd|verzendkosten|leveringsvoorwaarden|valid until)\b")
_PLAN: Final = re.compile(r"\b(?:plattegrond(?:en)?|floor ?plan|indeling lokalen)\b")
_SCATTERED: Final = frozenset({"matrix", "sentences", "blocks", "transposed"})
_HELD: Final = frozenset({"serial", "location", "purchased", "status", "audience", "support_until"})
"""Fields that a list of what a school has says something of, and an offer does not."""
_CAME: Final = re.compile(r"\b(?:af|uit|op)?geleverd\b|\bontvangen\b|\bbinnen(?:gekomen)?\b|\bdelivered\b|\breceived\b")
_NOT_ALL: Final = re.compile(
    r"\b(?:niet|geen|word(?:t|en)|zal|zullen|kan|kunnen|mits|indien|als|deels|gedeeltelijk|behalve|uiterlijk|verwacht\w*|"
    r"binnen \d+|not|will|partly|except)\b|\?"
)
"""What is still to be delivered, or of which only some came."""
_REPLACED: Final = re.compile(r"\bvervang|\blevensduur|\breplace|\blifespan|\bafschrijv")
_EDGE: Final = 20  # rows on top and below in which an offer says it is one


def why_aside(grid: Grid, proposal: Proposal) -> str | None:
    """price_list or floor_plan where a sheet is one; a person can still have it read."""
    if _PLAN.search(folded(grid.name)) and proposal.layout in _SCATTERED:
        return "floor_plan"
    held = any(_HELD & plan.fields.keys() for plan in proposal.plans)
    priced = any("price" in plan.fields for plan in proposal.plans)
    if held or not priced:
        return None
    headed = [folded(column.header) for plan in proposal.plans for column in plan.columns]
    texts = (folded(grid.name), *_remarks(grid))
    told = any(map(_TERMS.search, headed)) or any(_OFFER.search(text) or _TERMS.search(text) for text in texts)
    return "price_list" if told and not any(map(_tells_of_deliveries, proposal.plans)) else None


def tells_what_came(plan: ListPlan, body: Body) -> bool:
    """Most rows say under "Geleverd" or in a state that these devices are there: the list outgrew what it is called.

    So does a line over or under it that says when all of it was delivered, and so do the moments at which devices
    were bought beside those at which they are to be replaced.
    """
    if any(map(_is_delivered, (*body.above, *body.below))) or _is_to_be_replaced(plan, body):
        return True
    rows = [plan.grid.rows[record] for record in body.records]
    came = [place for place, heading in plan.headings.items() if says_came(heading.text)]
    states = plan.fields.get("status", ())
    told = sum(
        any(row[place] != "" for place in came) or any(_is_there(clean(row[place])) for place in states) for row in rows
    )
    return 2 * told > len(rows)


def _is_to_be_replaced(plan: ListPlan, body: Body) -> bool:
    """ "Aanschaf" and "Vervangen in": nobody replaces what is not there."""
    replaced = any(_REPLACED.search(folded(heading.text)) for heading in plan.headings.values())
    cells = [plan.grid.rows[record][place] for place in plan.fields.get("purchased", ()) for record in body.records]
    return replaced and 4 * sum(cell != "" for cell in cells) > 3 * len(cells) > 0


def _is_delivered(line: str) -> bool:
    """ "Akkoord en geleverd op 24 augustus 2017": it was, and all of it."""
    low = folded(line)
    return bool(_CAME.search(low) and moment_and_rest(low)[0]) and not _NOT_ALL.search(low)


@lru_cache(1000)  # most rows of a list say one of a few states
def _is_there(text: str) -> bool:
    return read_remark(text).status == "in_use"


def _tells_of_deliveries(plan: ListPlan) -> bool:
    """Headings between the lines say when they came, "Levering 12-09-2016", or a column says which did."""
    body = read_body(plan)
    came = tells_what_came(plan, body) or any(map(_is_delivered, _remarks(plan.grid)))
    return came or any(says.get("purchased") for says in body.sections.values())


def is_plainly_wished(name: str) -> bool:
    """A sheet's name leaves no doubt that nothing on it is there yet: "Verlanglijst", "Begroting 2020"."""
    return bool(_WISHED.search(folded(name)))


def names_wishes(name: str) -> bool:
    """A sheet is called after what is to be bought: "Te bestellen", "Offertes 2019"."""
    return bool(_OFFER.search(folded(name)) or _TO_DO.search(folded(name)))


def _remarks(grid: Grid) -> Iterator[str]:
    """What stands alone in the first and the last rows."""
    rows = [*grid.rows[:_EDGE], *grid.rows[max(_EDGE, len(grid.rows) - _EDGE) :]]
    for row in rows:
        texts = [text for cell in row if cell != "" and (text := clean(cell))]
        if 0 < len(texts) <= 2:
            yield _PRICED.sub("", folded(" ".join(texts)))
