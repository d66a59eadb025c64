"""What a signed-in person may read and do about the choices of schools, and how a choice feeds the rounds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from planning.choices import records
from planning.choices import rules as rules_of
from planning.choices.devices import fed
from planning.choices.figures import OwnValue, shipped, with_own
from planning.choices.model import MOST_VARIANTS, SchoolMeans, Takeover, Variant, VisionKey
from planning.choices.view import ChoicesView
from planning.competences.service import competences_view
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.organisation import records as organisation_records
from planning.organisation.service import find_school, kinds
from planning.partners.service import adopted_statements
from planning.ratios.service import RatioView
from planning.rounds import records as rounds_records
from planning.rounds.choice_json import choice_from_json, choice_to_json
from planning.rounds.model import SchoolChoice
from planning.rounds.service import require_whole, school_rounds


def choices_view(person: Person, database: Database, ratios: RatioView) -> ChoicesView:
    """The means, variants and figures within a person's reach, beside what the rounds have of them."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        own = records.read_values(connection, person.board_id)
        return ChoicesView(
            ratios,
            with_own(own),
            own,
            records.read_means(connection, person.board_id, person.reach),
            records.read_variants(connection, person.board_id, person.reach),
            records.read_takeovers(connection, person.board_id, person.reach),
            rounds_records.read_rounds(connection, person.board_id),
            rounds_records.read_choices(connection, person.board_id, person.reach),
        )


def save_means(person: Person, database: Database, at: datetime, means: SchoolMeans) -> SchoolMeans | None:
    """Keep what a school has to share out in a year; returns what was kept of that year. Raises Refused."""
    if not (person.may(Right.CONTRIBUTE, means.school_id) or person.may(Right.PLAN, means.school_id)):
        raise NotAllowed(person, Right.CONTRIBUTE, means.school_id)
    school = find_school(person, database, means.school_id)
    means = replace(means, note=" ".join(means.note.split()))
    refuse(rules_of.means_reasons(means))
    with database.change(person, at) as change:
        before = _kept_means(change, means.school_id, means.school_year)
        records.write_means(change, means)
        change.log("school_means", school.name, before and _means(before), _means(means))
    return before


def remove_means(person: Person, database: Database, at: datetime, school_id: str, school_year: int) -> SchoolMeans:
    """Let the means of the year before hold again; returns what was kept. Raises Refused where nothing was."""
    if not (person.may(Right.CONTRIBUTE, school_id) or person.may(Right.PLAN, school_id)):
        raise NotAllowed(person, Right.CONTRIBUTE, school_id)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        before = _kept_means(change, school_id, school_year)
        if before is None:
            raise Refused(Reason("means_gone"))
        records.remove_means(change, school_id, school_year)
        change.log("school_means", school.name, _means(before), None)
    return before


def save_variant(
    person: Person, database: Database, at: datetime, ratios: RatioView, as_of: date, variant: Variant
) -> Variant:
    """Add a variant (number 0) or change one; returns it as kept. Raises Refused.

    `ratios` and `as_of` are those of the screen: what cannot be paid of the means shown is not kept. A choice that is
    changed in anything that counts is no choice any more, until the school chooses again.
    """
    require(person, Right.CONTRIBUTE, variant.school_id)
    school = find_school(person, database, variant.school_id)
    buyable = [code for code, kind in kinds(person, database).items() if kind.counts_for_pupils and kind.price_cents]
    visions = vision_statements(person, database)
    variant = replace(variant, name=" ".join(variant.name.split()), explanation=variant.explanation.strip())
    view = choices_view(person, database, ratios)
    rounds = school_rounds(person, database, ratios, as_of, variant.school_id)
    with database.change(person, at) as change:
        known = _kept_variants(change, variant.school_id, variant.school_year)
        others = [one for one in known if one.number != variant.number]
        number = variant.number or next(
            (n for n in range(1, MOST_VARIANTS + 1) if n not in {one.number for one in known}), MOST_VARIANTS + 1
        )
        key = variant.vision_key
        new = replace(variant, number=number).serving(key, "" if key is None else visions.get(key, ""))
        refuse(rules_of.variant_reasons(new, others, buyable, visions))
        refuse(rules_of.money_reasons(view.sums(rounds, new)))
        before = next((one for one in known if one.number == number), None)
        if before is None or not _is_same(before, new):
            new = replace(new, chosen_at=None, chosen_by="")
        else:
            new = replace(new, chosen_at=before.chosen_at, chosen_by=before.chosen_by)
        kept = sorted([*others, new], key=lambda one: one.number)
        records.write_variants(change, variant.school_id, variant.school_year, kept)
        change.log("variant", school.name, before and _facts(before), _facts(new))
    return new


def restore_variants(
    person: Person, database: Database, at: datetime, school_id: str, school_year: int, variants: tuple[Variant, ...]
) -> tuple[Variant, ...]:
    """Put back the variants of a school in a year as they were, or take some away; returns what there was.

    Raises Refused where one of them is of another school or year.
    """
    require(person, Right.CONTRIBUTE, school_id)
    school = find_school(person, database, school_id)
    if len(variants) > MOST_VARIANTS or any(one.key[:2] != (school_id, school_year) for one in variants):
        raise Refused(Reason("variants_of_another"))
    with database.change(person, at) as change:
        before = _kept_variants(change, school_id, school_year)
        records.write_variants(change, school_id, school_year, variants)
        change.log("variant", school.name, _names(before), _names(variants))
    return before


def choose(
    person: Person,
    database: Database,
    at: datetime,
    school_id: str,
    school_year: int,
    number: int,
    explanation: str,
    vision: VisionKey | None,
) -> tuple[Variant, ...]:
    """Let a variant be what a school chooses, with why and for which statement; returns its variants as they were.

    Raises Refused.
    """
    require(person, Right.CONTRIBUTE, school_id)
    school = find_school(person, database, school_id)
    visions, explanation = vision_statements(person, database), explanation.strip()
    refuse(rules_of.choosing_reasons(explanation, vision, visions))
    with database.change(person, at) as change:
        before = _kept_variants(change, school_id, school_year)
        if number not in {one.number for one in before}:
            raise Refused(Reason("variant_gone"))
        after = [
            replace(one, explanation=explanation, chosen_at=at, chosen_by=person.name).serving(
                vision, "" if vision is None else visions[vision]
            )
            if one.number == number
            else replace(one, chosen_at=None, chosen_by="")
            for one in before
        ]
        records.write_variants(change, school_id, school_year, after)
        was = next((one for one in before if one.is_choice), None)
        now = next(one for one in after if one.number == number)
        change.log("choice_made", school.name, was and _chosen(was), _chosen(now))
    return before


def take_over(person: Person, database: Database, at: datetime, school_id: str, school_year: int) -> Takeover:
    """Let what a school chose feed the rounds: its target, own money and kinds. Raises Refused."""
    require_whole(person, Right.PLAN)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        variants = _kept_variants(change, school_id, school_year)
        variant = next((one for one in variants if one.is_choice), None)
        if variant is None:
            raise Refused(Reason("nothing_chosen", None, {"school": school.name}))
        rounds = rounds_records.read_rounds(change.connection, change.board_id)
        before = _in_rounds(change, school_id)
        after = fed(before, variant, rounds)
        _write_in_rounds(change, school, before, after, variant.target or school.own_target)
        state = {"own_target": school.own_target, "choice": choice_to_json(before)}
        new = Takeover(school_id, school_year, variant.number, variant.name, at, person.name, state)
        records.write_takeover(change, new)
        change.log("choice_taken_over", school.name, None, {"name": variant.name, "school_year": school_year})
    return new


def take_back(person: Person, database: Database, at: datetime, school_id: str) -> Takeover:
    """Let the rounds have of a school what they had before its choice was taken over; returns what was.

    Raises Refused where nothing was taken over, or the rounds were changed by hand since.
    """
    require_whole(person, Right.PLAN)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        only = frozenset({school_id})
        known = records.read_takeovers(change.connection, change.board_id, only).get(school_id)
        if known is None:
            raise Refused(Reason("nothing_taken_over", None, {"school": school.name}))
        now = _in_rounds(change, school_id)
        if now.origin != known.name:
            raise Refused(Reason("rounds_changed_since", None, {"school": school.name}))
        state: Mapping[str, Any] = known.before
        _write_in_rounds(change, school, now, choice_from_json(school_id, state["choice"]), state["own_target"])
        records.remove_takeover(change, school_id)
        change.log("choice_taken_over", school.name, {"name": known.name, "school_year": known.school_year}, None)
    return known


def set_value(person: Person, database: Database, at: datetime, value: OwnValue) -> OwnValue | None:
    """Put the board's own value of a figure in the place of the shipped one, with why; returns the one before.

    Raises Refused.
    """
    require_whole(person, Right.PLAN)
    value = replace(value, reason=" ".join(value.reason.split()), by=person.name)
    refuse(rules_of.figure_reasons(value, {one.code for one in shipped()}))
    with database.change(person, at) as change:
        before = _kept_value(change, value)
        records.write_value(change, value)
        change.log("planning_figure", value.code, before and _value(before), _value(value))
    return before


def drop_value(person: Person, database: Database, at: datetime, code: str, since: date) -> OwnValue:
    """Let the shipped value of a figure hold again; returns what was. Raises Refused where there was none."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        before = _kept_value(change, OwnValue(code, since, 0, ""))
        if before is None:
            raise Refused(Reason("own_value_gone"))
        records.remove_value(change, before)
        change.log("planning_figure", code, _value(before), None)
    return before


def vision_statements(person: Person, database: Database) -> dict[VisionKey, str]:
    """What a choice can serve: the statements of the board's own vision, and those it adopted with partners."""
    require(person, Right.READ)
    own: dict[VisionKey, str] = {one.vision_id: one.text for one in competences_view(person, database).visions}
    return own | {key: statement.title for key, statement in adopted_statements(person, database).items()}


def _kept_means(change: Change, school_id: str, school_year: int) -> SchoolMeans | None:
    found = records.read_means(change.connection, change.board_id, frozenset({school_id}))
    return next((one for one in found if one.school_year == school_year), None)


def _kept_variants(change: Change, school_id: str, school_year: int) -> tuple[Variant, ...]:
    found = records.read_variants(change.connection, change.board_id, frozenset({school_id}))
    return tuple(one for one in found if one.school_year == school_year)


def _kept_value(change: Change, value: OwnValue) -> OwnValue | None:
    found = records.read_values(change.connection, change.board_id)
    return next((one for one in found if (one.code, one.since) == (value.code, value.since)), None)


def _in_rounds(change: Change, school_id: str) -> SchoolChoice:
    found = rounds_records.read_choices(change.connection, change.board_id, frozenset({school_id}))
    return found.get(school_id, SchoolChoice(school_id))


def _write_in_rounds(
    change: Change,
    school: organisation_records.School,
    before: SchoolChoice,
    after: SchoolChoice,
    own_target: float | None,
) -> None:
    if after != before:
        rounds_records.write_choice(change, after)
        change.log("school_choice", school.name, choice_to_json(before), choice_to_json(after))
    if own_target != school.own_target:
        organisation_records.write_own_target(change, school.school_id, own_target)
        was, now = ({"pupils_per_device": target} for target in (school.own_target, own_target))
        change.log("own_target", school.name, was, now)


def _is_same(before: Variant, new: Variant) -> bool:
    """Whether what counts of a variant is what it was."""
    blank = {
        "name": "",
        "explanation": "",
        "vision": "",
        "vision_id": None,
        "shared_vision": None,
        "chosen_at": None,
        "chosen_by": "",
    }
    return replace(before, **blank) == replace(new, **blank)  # type: ignore[arg-type]


def _means(means: SchoolMeans) -> dict[str, Any]:
    return {name: getattr(means, name) for name in ("school_year", "per_pupil_cents", "fixed_cents", "formation")}


def _facts(one: Variant) -> dict[str, Any]:
    facts = {"name": one.name, "school_year": one.school_year, "fte": one.fte}
    return facts | {"cents": sum(one.yearly.values()), "once": sum(one.once.values())}


def _chosen(one: Variant) -> dict[str, Any]:
    return {"name": one.name, "school_year": one.school_year, "explanation": one.explanation}


def _names(variants: tuple[Variant, ...]) -> dict[str, Any]:
    return {"names": [one.name for one in variants]}


def _value(value: OwnValue) -> dict[str, Any]:
    return {"since": value.since.isoformat(), "hundredths": value.hundredths, "reason": value.reason}
