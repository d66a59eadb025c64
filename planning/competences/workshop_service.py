"""What a signed-in person may do in the workshop: collect, merge, rank, adopt; and about vision and offers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from planning.competences import records
from planning.competences.frameworks import entries, frameworks, scales
from planning.competences.offers import Offer, offer_reasons
from planning.competences.picture import CompetenceSet, CoreCompetence
from planning.competences.workshop import (
    Competence,
    Idea,
    Vision,
    adoption_reasons,
    idea_lines,
    idea_reasons,
    name_reasons,
    new_key,
    points_reasons,
    ranked,
    vision_reasons,
)
from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require

K = TypeVar("K")
V = TypeVar("V")


def save_vision(person: Person, database: Database, at: datetime, text: str, vision_id: int | None = None) -> int:
    """Add a statement of the vision on education, or word one anew; returns its number. Raises Refused."""
    require(person, Right.PLAN)
    text = " ".join(text.split())
    refuse(vision_reasons(text))
    with database.change(person, at) as change:
        known = {one.vision_id: one for one in records.read_visions(change.connection, person.board_id)}
        number = vision_id or records.next_number(known)
        records.write_vision(change, number, text)
        change.log("vision", text[:200], known[number].text if number in known else None, text)
    return number


def remove_vision(person: Person, database: Database, at: datetime, vision_id: int) -> Vision:
    """Take a vision statement away, also from the competences that serve it; adopted sets keep it."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        known = {one.vision_id: one for one in records.read_visions(change.connection, person.board_id)}
        gone = _known(known, vision_id)
        records.write_vision(change, vision_id, None)
        for one in records.read_competences(change.connection, person.board_id):
            if vision_id in one.visions:
                left = tuple(number for number in one.visions if number != vision_id)
                records.write_competence(change, replace(one, visions=left))
        change.log("vision", gone.text[:200], gone.text, None)
    return gone


def add_ideas(person: Person, database: Database, at: datetime, text: str) -> tuple[int, ...]:
    """Add the ideas of a pasted list, one a line; those that are there already are passed over. Raises Refused."""
    require(person, Right.PLAN)
    lines = idea_lines(text)
    with database.change(person, at) as change:
        known = records.read_ideas(change.connection, person.board_id)
        there = {idea.text.casefold() for idea in known}
        new = [line for line in lines if line.casefold() not in there]
        refuse(idea_reasons(lines, len(known)))
        if not new:
            raise Refused(Reason("ideas_known", "text"))
        first = records.next_number([idea.idea_id for idea in known])
        added = [Idea(first + place, line) for place, line in enumerate(new)]
        records.write_ideas(change, added)
        change.log("idea", "", None, {"ideas": len(added)})
    return tuple(idea.idea_id for idea in added)


def remove_ideas(person: Person, database: Database, at: datetime, idea_ids: Collection[int]) -> None:
    """Take ideas out of the list."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        records.remove_ideas(change, idea_ids)
        change.log("idea", "", {"ideas": len(idea_ids)}, None)


def merge(
    person: Person, database: Database, at: datetime, idea_ids: Collection[int], name: str, into: str | None = None
) -> Competence:
    """Make one competence of ideas, or add them to the competence `into`. Raises Refused."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        ideas = _ideas(change, idea_ids)
        known = {one.key: one for one in records.read_competences(change.connection, person.board_id)}
        if into is None:
            name = " ".join(name.split())
            refuse(name_reasons(name, None, known.values()))
            adopted = {m.key for s in records.read_sets(change.connection, person.board_id) for m in s.members}
            one = Competence(new_key(known.keys() | adopted), name)
            records.write_competence(change, one)
        else:
            one = _known(known, into)
        records.write_ideas(change, [replace(idea, competence=one.key) for idea in ideas])
        change.log("competence", one.name, None, {"ideas": len(ideas)})
    return one


def split(person: Person, database: Database, at: datetime, key: str) -> Competence:
    """Take a competence out of the workshop; its ideas are loose again. Adopted sets keep it."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        known = {one.key: one for one in records.read_competences(change.connection, person.board_id)}
        gone = _known(known, key)
        ideas = [idea for idea in records.read_ideas(change.connection, person.board_id) if idea.competence == key]
        records.write_ideas(change, [replace(idea, competence=None) for idea in ideas])
        records.remove_competence(change, key)
        change.log("competence", gone.name, _facts(gone), None)
    return gone


def add_from_framework(person: Person, database: Database, at: datetime, keys: Iterable[str]) -> tuple[Competence, ...]:
    """Take competences of a shipped framework into the workshop. Raises Refused where all are there already."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        known = records.read_competences(change.connection, person.board_id)
        there = {one.key for one in known}
        wanted = [entries()[key] for key in keys]
        new = [Competence(one.key, one.name(), one.framework) for one in wanted if one.key not in there]
        if not new:
            raise Refused(Reason("no_new_competence_chosen", "keys"))
        for one in new:
            refuse(name_reasons(one.name, one.key, known))
            records.write_competence(change, one)
            change.log("competence", one.name, None, {"framework": frameworks()[one.source].title})
    return tuple(new)


def save_competences(
    person: Person, database: Database, at: datetime, wanted: Collection[Competence]
) -> tuple[Competence, ...]:
    """Name competences, give them their points and wanted level, say which statements they serve.

    Who gave a point is not kept. Returns those that changed, as they were. Raises Refused.
    """
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        known = {one.key: one for one in records.read_competences(change.connection, person.board_id)}
        levels = {level.level for level in scales()[records.read_scale(change.connection, person.board_id)]}
        there = {one.vision_id for one in records.read_visions(change.connection, person.board_id)}
        after = [
            replace(one, name=" ".join(one.name.split()), visions=tuple(sorted(there & set(one.visions))))
            for one in wanted
            if _known(known, one.key)
        ]
        renewed = known | {one.key: one for one in after}
        refuse(
            replace(reason, field=f"{reason.field}_{one.key}")
            for one in after
            for reason in (*name_reasons(one.name, one.key, renewed.values()), *points_reasons(one.points))
        )
        if any(one.wanted is not None and one.wanted not in levels for one in after):
            raise ValueError("a level that the scale does not have")
        changed = [one for one in after if one != known[one.key]]
        if not changed:
            raise Refused(Reason("competences_unchanged"))
        for one in changed:
            records.write_competence(change, one)
            change.log("competence", one.name, _facts(known[one.key]), _facts(one))
    return tuple(known[one.key] for one in changed)


def set_scale(person: Person, database: Database, at: datetime, scale: str) -> str:
    """Choose the scale of levels, before the first adoption; wanted levels are chosen anew. Returns what it was."""
    require(person, Right.PLAN)
    if scale not in scales():
        raise ValueError(scale)
    with database.change(person, at) as change:
        if records.read_sets(change.connection, person.board_id):
            raise Refused(Reason("scale_fixed", "scale"))
        before = records.read_scale(change.connection, person.board_id)
        records.write_scale(change, scale)
        for one in records.read_competences(change.connection, person.board_id):
            records.write_competence(change, replace(one, wanted=None))
        change.log("competence_scale", "", before, scale)
    return before


def adopt(person: Person, database: Database, at: datetime, adopted_on: date, keys: Collection[str]) -> CompetenceSet:
    """Adopt competences as the core competences of the board: frozen as they are, with the date. Raises Refused."""
    require(person, Right.DECIDE)
    with database.change(person, at) as change:
        known = records.read_competences(change.connection, person.board_id)
        chosen = [one for one in ranked(known) if one.key in set(keys)]
        refuse(adoption_reasons(chosen))
        if adopted_on > change_day(change):
            raise Refused(Reason("adoption_to_come", "adopted_on", {"day": adopted_on}))
        texts = {one.vision_id: one.text for one in records.read_visions(change.connection, person.board_id)}
        members = tuple(
            CoreCompetence(
                one.key, one.name, one.source, one.points, one.wanted or 0, tuple(texts[n] for n in one.visions)
            )
            for one in chosen
        )
        scale = records.read_scale(change.connection, person.board_id)
        adopted = CompetenceSet(change.version, adopted_on, at, person.name, scale, members)
        records.write_set(change, adopted)
        facts = {"day": adopted_on.isoformat(), "names": [one.name for one in members]}
        change.log("competence_set", "", None, facts)
    return adopted


def save_offer(person: Person, database: Database, at: datetime, offer: Offer) -> Offer:
    """Add a training (offer_id 0), or change one; returns it as kept. Raises Refused."""
    require(person, Right.PLAN)
    offer = replace(offer, title=" ".join(offer.title.split()))
    with database.change(person, at) as change:
        known = {one.offer_id: one for one in records.read_offers(change.connection, person.board_id)}
        keys = {m.key for s in records.read_sets(change.connection, person.board_id) for m in s.members}
        keys |= {one.key for one in records.read_competences(change.connection, person.board_id)}
        refuse(offer_reasons(offer, keys))
        kept = replace(offer, offer_id=offer.offer_id or records.next_number(known))
        records.write_offer(change, kept)
        before = known.get(kept.offer_id)
        change.log("training", kept.title, _offer_facts(before) if before else None, _offer_facts(kept))
    return kept


def remove_offer(person: Person, database: Database, at: datetime, offer_id: int) -> Offer:
    """Take a training away."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        known = {one.offer_id: one for one in records.read_offers(change.connection, person.board_id)}
        gone = _known(known, offer_id)
        records.remove_offer(change, offer_id)
        change.log("training", gone.title, _offer_facts(gone), None)
    return gone


def _ideas(change: Change, idea_ids: Collection[int]) -> list[Idea]:
    wanted = set(idea_ids)
    found = [idea for idea in records.read_ideas(change.connection, change.board_id) if idea.idea_id in wanted]
    if not found:
        raise Refused(Reason("no_idea_chosen", "idea_ids"))
    return found


def _known(known: Mapping[K, V], key: K) -> V:
    """What a key stands for; a colleague may just have taken it away."""
    if key not in known:
        raise Refused(Reason("taken_away_meanwhile"))
    return known[key]


def _facts(one: Competence) -> dict[str, object]:
    return {"name": one.name, "points": one.points, "wanted": one.wanted, "visions": len(one.visions)}


def _offer_facts(offer: Offer) -> dict[str, object]:
    starts = offer.starts_on.isoformat() if offer.starts_on else None
    return {"hours": offer.hours, "state": offer.state, "starts_on": starts, "competences": len(offer.competences)}
