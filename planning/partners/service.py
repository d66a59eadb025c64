"""What a person may read and bring in of a partnership of boards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from planning.circles.contribution_records import read_contributions, remove_contribution
from planning.circles.contribution_service import contribute, contributions, keep
from planning.circles.model import Contribution, Membership, MemberState, Seat, Sharing
from planning.circles.records import read_circle, read_memberships
from planning.circles.service import contributing, guiding, members, seat
from planning.core.boards import Kind
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.core.text import name_key
from planning.partners.contents import infrastructure
from planning.partners.model import (
    Infrastructure,
    JointPurchase,
    PartnerFigures,
    RolloutStep,
    SchoolStanding,
    SharedFunction,
    Stance,
    StanceState,
    Standard,
    VisionStatement,
    Volume,
)
from planning.partners.rules import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    OnStatement,
    purchase_reasons,
    text_reasons,
    volume_reasons,
)
from planning.ratios.rules import GroupRatio
from planning.systems.functions import shipped_functions


@dataclass(frozen=True)
class PartnersView:
    """A partnership as far as one person sees it."""

    seat: Seat
    members: tuple[Membership, ...]
    contributions: tuple[Contribution, ...]  # each thing as it is in force

    def of(self, kind: str, owner: str | None = None) -> tuple[Contribution, ...]:
        """What there is of a kind, of one owner or of all."""
        return tuple(one for one in self.contributions if one.kind == kind and owner in (None, one.owner))

    def find(self, kind: str, owner: str, key: str) -> Contribution | None:
        """One thing of somebody."""
        return next((one for one in self.of(kind, owner) if one.key == key), None)

    @property
    def boards(self) -> tuple[str, ...]:
        """The boards that take part: the own one first, the others by name."""
        found = [one for one in self.members if one.standing is MemberState.MEMBER]
        found.sort(key=lambda one: (one.board_id != self.seat.viewer, name_key(one.name)))
        return tuple(one.board_id for one in found)

    def name(self, owner: str) -> str:
        """Who an owner is; the partnership's own name for who leads it."""
        return next((one.name for one in self.members if one.board_id == owner), self.seat.circle.name)

    @property
    def statements(self) -> tuple[OnStatement, ...]:
        """The statements of the shared vision with every stance that is shared, in the order they were brought in."""
        stances = self.of("stance")
        found = []
        for one in self.of("statement"):
            key = statement_key(one.owner, one.key)
            known = {stance.owner: stance.content for stance in stances if stance.key == key}
            if isinstance(one.content, VisionStatement):
                found.append(
                    OnStatement(
                        key, one.version, one.content, {o: s for o, s in known.items() if isinstance(s, Stance)}
                    )
                )
        return tuple(found)

    @property
    def systems(self) -> dict[str, dict[str, SharedFunction]]:
        """Board -> function -> the systems it shares; the own ones, shared or not."""
        found: dict[str, dict[str, SharedFunction]] = {}
        for one in self.of("systems"):
            if isinstance(one.content, SharedFunction):
                found.setdefault(one.owner, {})[one.key] = one.content
        return found

    def volumes(self, year: int) -> dict[str, Volume]:
        """What each board takes along in a year's joint purchase, as far as it shares that."""
        found = {one.owner: one.content for one in self.of("volume") if one.key == str(year)}
        return {owner: content for owner, content in found.items() if isinstance(content, Volume)}

    @property
    def purchases(self) -> tuple[JointPurchase, ...]:
        """The joint purchases, the latest year first."""
        found = [one.content for one in self.of("purchase") if isinstance(one.content, JointPurchase)]
        return tuple(sorted(found, key=lambda purchase: -purchase.year))


def partners_view(person: Person, database: Database, circle_id: str) -> PartnersView:
    """All that this person may see of a partnership. LookupError outside it."""
    here = seat(person, database, circle_id)
    with database.read(circle_id, here.viewer):  # all of one moment
        return PartnersView(here, members(person, database, circle_id), contributions(person, database, circle_id))


def adopted_statements(person: Person, database: Database) -> dict[str, VisionStatement]:
    """The shared statements that the person's own board adopted as they read now: by "circle/owner/key".

    For all who read at the board, also who does not speak for it: what it adopted holds for its schools.
    """
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        memberships = read_memberships(connection, person.board_id)
    found = {}
    for circle_id, membership in memberships.items():
        with database.read(circle_id, person.board_id) as connection:
            circle = read_circle(connection, circle_id)
            if circle.kind is not Kind.PARTNERSHIP or membership.standing is not MemberState.MEMBER:
                continue
            here = Seat(circle, person, person.board_id, membership.standing, membership.name)
            known = (read_contributions(connection, here, kind) for kind in ("statement", "stance"))
            view = PartnersView(here, (), tuple(one for kept in known for one in kept))
        for one in view.statements:
            if one.adopted_by([person.board_id]):
                found[f"{circle_id}/{one.key}"] = one.statement
    return found


def statement_key(owner: str, key: str) -> str:
    """By what a stance names its statement."""
    return f"{owner}/{key}"


def save_statement(
    person: Person, database: Database, at: datetime, circle_id: str, key: str, statement: VisionStatement
) -> Contribution:
    """Bring a statement in, or give one's own other words: a new version, to be adopted anew. Raises Refused."""
    limits = {"title": (statement.title, LONGEST_TITLE), "text": (statement.text, LONGEST_TEXT)}
    refuse(text_reasons(limits, ("title", "text")))
    return contribute(
        person, database, at, circle_id, "statement", key, statement, level=Sharing.CIRCLE, new_version=True
    )


def take_stance(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    statement: str,
    stance: Stance,
    level: Sharing,
) -> Contribution:
    """Say how one's board stands to a statement that one sees. Raises Refused."""
    _speak(person, database, circle_id)
    known = {one.key: one for one in partners_view(person, database, circle_id).statements}
    if statement not in known:
        raise LookupError(statement)
    limits = {"comment": (stance.comment, LONGEST_TEXT), "meaning": (stance.meaning, LONGEST_TEXT)}
    reasons = text_reasons(limits | {"by": (stance.by, 80)})
    if stance.state is StanceState.ADOPTED and not stance.by.strip():
        reasons.append(Reason("adopted_by_nobody", "by"))
    if stance.version != known[statement].version:
        reasons.append(Reason("statement_changed", None))
    refuse(reasons)
    return contribute(person, database, at, circle_id, "stance", statement, stance, level=level)


def save_step(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    key: str,
    step: RolloutStep,
    *,
    level: Sharing = Sharing.GUIDE,
    of_board: str | None = None,
) -> Contribution:
    """Keep a step of the roll-out at a school; whoever leads it writes it for a board. Raises Refused."""
    limits = {"title": (step.title, LONGEST_TITLE), "school": (step.school, LONGEST_TITLE)}
    refuse(text_reasons(limits, ("title", "school")))
    return contribute(person, database, at, circle_id, "rollout", key, step, level=level, addressee=of_board)


def set_standard(
    person: Person, database: Database, at: datetime, circle_id: str, item: str, standard: Standard
) -> Contribution:
    """Keep what was agreed for a piece of infrastructure; whoever leads the partnership does. Raises Refused."""
    guiding(person, database, circle_id)
    _known_item(item)
    refuse(text_reasons({"text": (standard.text, LONGEST_TEXT)}, ("text",)))
    return contribute(
        person, database, at, circle_id, "standard", item, standard, level=Sharing.CIRCLE, new_version=True
    )


def set_infrastructure(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    item: str,
    held: Infrastructure,
    level: Sharing,
) -> Contribution:
    """Say whose a piece of infrastructure is at one's board. Raises Refused."""
    _speak(person, database, circle_id)
    _known_item(item)
    refuse(text_reasons({"note": (held.note, LONGEST_TEXT)}))
    return contribute(person, database, at, circle_id, "infrastructure", item, held, level=level)


def set_standings(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    standings: Mapping[str, SchoolStanding],
    item: str,
    level: Sharing,
) -> None:
    """Say how schools stand against the standard of an item, by school. Raises Refused."""
    _speak(person, database, circle_id)
    _known_item(item)
    for school_id, standing in standings.items():
        refuse(text_reasons({"note": (standing.note, LONGEST_TEXT)}))
        contribute(person, database, at, circle_id, "standing", f"{item}/{school_id}", standing, level=level)


def save_purchase(
    person: Person, database: Database, at: datetime, circle_id: str, purchase: JointPurchase
) -> Contribution:
    """Keep a year's joint purchase; whoever leads the partnership does. Raises Refused."""
    guiding(person, database, circle_id)
    refuse(purchase_reasons(purchase))
    return contribute(person, database, at, circle_id, "purchase", str(purchase.year), purchase, level=Sharing.CIRCLE)


def hand_in_volume(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    year: int,
    volume: Volume,
    level: Sharing,
    today: date,
) -> Contribution:
    """Say what one's board takes along in a joint purchase, or that it does not, until it closes. Raises Refused."""
    _speak(person, database, circle_id)
    purchase = next((p for p in partners_view(person, database, circle_id).purchases if p.year == year), None)
    if purchase is None:
        raise LookupError(str(year))
    if not purchase.opens <= today <= purchase.closes:
        raise Refused(Reason("purchase_closed", None, {"opens": purchase.opens, "closes": purchase.closes}))
    refuse(volume_reasons(volume, purchase))
    return contribute(person, database, at, circle_id, "volume", str(year), volume, level=level)


def figures_of(ratio: GroupRatio, note: str = "") -> PartnerFigures:
    """A board's figures of a day, for its partners: the same as on its own screens."""
    return PartnerFigures(
        ratio.as_of,
        ratio.pupils,
        ratio.countable,
        ratio.shortage,
        len(ratio.known),
        len(ratio.schools),
        ratio.past_life / ratio.countable if ratio.countable else None,
        note,
    )


def share_figures(
    person: Person, database: Database, at: datetime, circle_id: str, figures: PartnerFigures, level: Sharing
) -> Contribution:
    """Share one's board's figures as they are; they stay so until shared anew. Raises Refused."""
    _speak(person, database, circle_id)
    refuse(text_reasons({"note": (figures.note, LONGEST_TEXT)}))
    return contribute(person, database, at, circle_id, "figures", "figures", figures, level=level)


def share_systems(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    shared: Mapping[str, SharedFunction],
    level: Sharing,
) -> dict[str, Contribution]:
    """Share one's board's systems for these functions as they are, and no others any more; returns what was before.

    They stay so until shared anew; who sees one of them is changed at its own. Raises LookupError and Refused.
    """
    _speak(person, database, circle_id)
    if not set(shared) <= {function.code for function in shipped_functions()}:
        raise LookupError(next(iter(set(shared) - {function.code for function in shipped_functions()})))
    here = contributing(person, database, circle_id)
    with database.change(here, at) as change:
        before = {
            one.key: one for one in read_contributions(change.connection, here, "systems") if one.owner == here.viewer
        }
        for function in before.keys() - shared.keys():
            remove_contribution(change, here, "systems", function)
            change.log("contribution", f"systems/{function}", {"level": before[function].level}, None)
        for function, held in shared.items():
            keep(change, here, "systems", function, held, level=level)
    return before


def _speak(person: Person, database: Database, circle_id: str) -> None:
    """Only a board has a stance, infrastructure and numbers. Raises NotAllowed to who is there for none."""
    if not contributing(person, database, circle_id).is_member:
        raise NotAllowed(person, Right.TOGETHER)


def _known_item(item: str) -> None:
    if item not in infrastructure():
        raise LookupError(item)
