"""The tables that programs outside read: the figures of the screens, one row a thing, and nobody's name or own words.

Addresses, columns and words are Dutch in every language: what a workbook was built on must not change with its reader.
Only what a table is about is said in the language of who reads it on the screen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from planning.competences.service import competences_view
from planning.core.database import Database
from planning.core.rights import Person
from planning.core.translation import N_
from planning.goals.plan import Course, year_in_force
from planning.goals.service import plan, years
from planning.goals.standing import standings
from planning.inventory.words.messages import counting_reason_name
from planning.organisation.levels import LEVELS, level_name
from planning.privacy.attitude_service import attitude_view
from planning.privacy.facts import progress_of as privacy_progress
from planning.privacy.service import privacy_view
from planning.quality_teams.rules import made, open_requests, planned, school_year_of, this_school_year
from planning.quality_teams.service import teams_view
from planning.ratios.service import ratio_view
from planning.rounds.board_plan import from_json
from planning.rounds.choice_rules import round_name
from planning.rounds.money import money_of
from planning.rounds.service import rounds_view

Value = str | int | float | date | bool | None
Row = tuple[Value, ...]
Rows = list[Row]

_STATUS: Final = {"on_target": "op doel", "nearly": "bijna", "short": "tekort", "unknown": "onbekend"}
_COURSE: Final = {
    Course.LATE: "te laat",
    Course.ATTENTION: "vraagt aandacht",
    Course.ON_COURSE: "op koers",
    Course.DONE: "gehaald",
}
_CELL: Final = {"shown": "getoond", "too_small": "te weinig leraren", "none": "geen scan"}
_AUDIENCE: Final = {"pupils": "leerlingen", "staff": "personeel"}


@dataclass(frozen=True)
class FeedTable:
    """A table of the feed: its columns, each with what it says, and what fills them on a reference date."""

    name: str
    about: str
    columns: Mapping[str, str]
    read: Callable[[Person, Database, date], Rows]

    def rows(self, person: Person, database: Database, as_of: date) -> list[dict[str, Value]]:
        """The rows by column name, each with its reference date."""
        names = ("peildatum", *self.columns)
        return [dict(zip(names, (as_of, *row), strict=True)) for row in self.read(person, database, as_of)]


def _schools(person: Person, database: Database, as_of: date) -> Rows:
    return [
        (
            s.school_id,
            s.name,
            s.place,
            s.pupils,
            s.count_date,
            s.devices,
            s.countable,
            None if s.pupils_per_device is None else round(s.pupils_per_device, 2),
            s.target,
            s.has_own_target,
            s.needed,
            s.shortage,
            s.past_life if s.counted_on else None,
            _STATUS[s.status],
            s.counted_on,
            s.is_stale,
            s.quality,
        )
        for s in ratio_view(person, database).on(as_of).schools
    ]


def _fleet(person: Person, database: Database, as_of: date) -> Rows:
    view = ratio_view(person, database)
    names = {school.school_id: school.name for school in view.schools}
    return [
        (
            row["school_id"],
            names.get(row["school_id"], row["school_id"]),
            view.kinds[row["kind"]].name(),
            _AUDIENCE.get(row["audience"], "onbekend"),
            level_name(row["level"]) if row["level"] in LEVELS else None,
            row["purchased_earliest"],
            row["purchased_latest"],
            row["due"],
            int(row["count"]),
            row["reason"] == "counts",
            None if row["reason"] == "counts" else counting_reason_name(row["reason"]),
            bool(row["past_life"]),
        )
        for row in view.fleet(as_of).to_dict("records")
    ]


def _rounds(person: Person, database: Database, as_of: date) -> Rows:
    view = rounds_view(person, database, ratio_view(person, database), as_of)
    approved = from_json(view.approved.figures["plan"]) if view.approved else None
    by_plan = {one.round_id: one for one in approved.rounds} if approved else {}
    costs = {round_id: one.cost for round_id, one in by_plan.items()}
    found = []
    for one, paid in zip(view.rounds, money_of(view.rounds, costs, view.progress.values()), strict=True):
        planned_in = by_plan.get(one.round_id)
        bought = sum(p.count for p in approved.of_round(one.round_id)) if approved and planned_in else None
        found.append(
            (
                round_name(one, view.rounds),
                one.on,
                paid.budget / 100,
                paid.committed / 100,
                paid.spent / 100,
                paid.left / 100,
                planned_in.cost / 100 if planned_in else None,
                bought,
                planned_in.replaced if planned_in else None,
                planned_in.expanded if planned_in else None,
                planned_in.short if planned_in else None,
            )
        )
    return list(found)


def _goals(person: Person, database: Database, as_of: date) -> Rows:
    year = year_in_force(years(person, database), as_of)
    found = plan(person, database, year) if year else None
    if found is None:
        return []
    then = found.on(as_of)
    return [
        (
            then.year,
            one.goal,
            then.goal(one.goal).title,
            _COURSE[one.course] if one.course else "niets gepland",
            one.planned,
            one.done,
            len(one.late),
            one.next.due if one.next else None,
        )
        for one in standings(then, as_of)
    ]


def _competences(person: Person, database: Database, as_of: date) -> Rows:
    picture = competences_view(person, database).picture(as_of)
    return [
        (
            school.school_id,
            school.name,
            member.name,
            member.wanted,
            (cell := picture.cell(school.school_id, member)).level,
            cell.gap,
            _CELL[cell.state],
            picture.last[school.school_id].scanned_on if school.school_id in picture.last else None,
        )
        for school in picture.schools
        for member in picture.members
    ]


def _teams(person: Person, database: Database, as_of: date) -> Rows:
    view = teams_view(person, database)
    year, past = this_school_year(view.visits, as_of), made(view.visits, as_of)
    ahead, waiting = planned(view.visits, as_of), open_requests(view.requests, view.visits, as_of)
    quiet = {one.school_id: one.weeks for one in view.quiet(as_of)}
    return [
        (
            school.school_id,
            school.name,
            school_year_of(as_of),
            sum(visit.school_id == school.school_id for visit in year),
            max((visit.day for visit in past if visit.school_id == school.school_id), default=None),
            min((visit.day for visit in ahead if visit.school_id == school.school_id), default=None),
            quiet.get(school.school_id),
            sum(request.school_id == school.school_id for request in waiting),
        )
        for school in view.schools
    ]


def _privacy(person: Person, database: Database, as_of: date) -> Rows:
    facts, attitude = privacy_view(person, database), attitude_view(person, database)
    found = privacy_progress(facts, attitude.schools, attitude.activities, as_of)
    figures: dict[str, Any] = {
        "beleid vastgesteld": found.policy_adopted,
        "instemming GMR": found.gmr_consent,
        "normen": found.norms,
        "normen op de ambitie": found.norms_at_target,
        "gemiddeld niveau": None if found.mean_level is None else round(found.mean_level, 2),
        "maatregelen": found.measures,
        "maatregelen klaar": found.measures_done,
        "maatregelen te laat": found.measures_late,
        "scholen": found.schools,
        "scholen met bewustwording dit schooljaar": found.schools_active,
    }
    return [(name, None if value is None else float(value)) for name, value in figures.items()]


_SCHOOL: Final = {"brin": "BRIN en vestigingsnummer", "school": "naam van de school"}
TABLES: Final = {
    table.name: table
    for table in (
        FeedTable(
            "scholen",
            N_("Every school with its pupils, the devices that count and the ratio, as on the page Ratios"),
            _SCHOOL
            | {
                "plaats": "plaats",
                "leerlingen": "leerlingen op de laatste teldatum",
                "teldatum": "dag waarop de leerlingen zijn geteld",
                "devices": "alles in de inventaris",
                "meetellend": "devices die meetellen",
                "leerlingen_per_device": "op twee cijfers; leeg als er niets meetelt of bekend is",
                "doel": "leerlingen per device die de school wil",
                "eigen_doel": "of de school dat doel zelf koos",
                "nodig": "devices die het doel vraagt",
                "tekort": "devices die ontbreken, nooit onder nul",
                "over_levensduur": "meetellende devices die over hun levensduur heen zijn",
                "status": "op doel, bijna, tekort of onbekend",
                "inventaris_van": "dag waarvoor de inventaris geldt",
                "verouderd": "of de inventaris ouder is dan het bestuur toestaat",
                "gegevenskwaliteit": "punten van 100",
            },
            _schools,
        ),
        FeedTable(
            "devices",
            N_("Every group of equal devices, as on the pages School and Inventory"),
            _SCHOOL
            | {
                "soort": "soort device",
                "voor": "leerlingen, personeel of onbekend",
                "bouw": "bouw, als die bekend is",
                "gekocht_vanaf": "eerste dag waarop ze gekocht kunnen zijn",
                "gekocht_tot": "laatste dag waarop ze gekocht kunnen zijn",
                "vervangen_op": "einde van levensduur of updates, wat het eerst komt",
                "aantal": "devices",
                "telt_mee": "of ze meetellen voor de verhouding",
                "telt_niet_omdat": "waarom niet",
                "over_levensduur": "of ze op de peildatum over hun levensduur heen zijn",
            },
            _fleet,
        ),
        FeedTable(
            "rondes",
            N_("Every round with its money and what the approved plan buys in it, as on the page Rounds"),
            {
                "ronde": "naam van de ronde",
                "datum": "dag van de ronde",
                "budget": "euro's van de ronde zelf",
                "besteld": "euro's besteld en nog niet geleverd",
                "betaald": "euro's geleverd, tegen de betaalde prijs",
                "over": "euro's die nog besteld kunnen worden",
                "plan": "euro's in het vastgestelde plan",
                "plan_devices": "devices die dat plan koopt",
                "plan_vervangen": "waarvan ter vervanging",
                "plan_uitbreiding": "waarvan als uitbreiding",
                "tekort_erna": "devices die na de ronde nog ontbreken, volgens dat plan",
            },
            _rounds,
        ),
        FeedTable(
            "doelen",
            N_("Every goal of the plan year, as on the page Goals"),
            {
                "jaar": "planjaar",
                "nummer": "nummer van het doel",
                "doel": "het doel",
                "koers": "te laat, vraagt aandacht, op koers, gehaald of niets gepland",
                "mijlpalen": "mijlpalen die niet gestopt zijn",
                "gehaald": "waarvan gehaald",
                "te_laat": "waarvan te laat",
                "eerstvolgende": "dag van de eerste die nog komt",
            },
            _goals,
        ),
        FeedTable(
            "competenties",
            N_("Every core competence by school, as on the page Competences; nothing of fewer than 5 teachers"),
            _SCHOOL
            | {
                "competentie": "kerncompetentie",
                "gewenst": "gewenst niveau",
                "niveau": "afgerond gemiddelde van de leraren",
                "verschil": "niveaus tot het gewenste; onder nul is erboven",
                "stand": "getoond, te weinig leraren of geen scan",
                "scan_van": "dag van de laatste zelfscan",
            },
            _competences,
        ),
        FeedTable(
            "kwaliteitsteams",
            N_("The visits to every school, as on the page Quality teams; without names"),
            _SCHOOL
            | {
                "schooljaar": "jaar waarin het schooljaar begon",
                "bezoeken": "bezoeken dit schooljaar",
                "laatste_bezoek": "dag van het laatste",
                "volgend_bezoek": "dag van het eerste dat gepland is",
                "weken_zonder": "weken zonder bezoek, vanaf acht; de zomer telt niet",
                "vragen_open": "vragen zonder antwoord",
            },
            _teams,
        ),
        FeedTable(
            "ibp",
            N_("Counts of IBP policy, as on the page IBP; nothing of incidents and no names"),
            {"wat": "wat er geteld is", "waarde": "het aantal; bij ja of nee 1 of 0"},
            _privacy,
        ),
    )
}
"""By name, in the order in which they are told of."""
