"""Who comes into a circle of boards and what they know of each other, on both engines."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from planning.circles import service
from planning.circles.model import MemberState
from planning.core.boards import Board, Kind, add_board, boards
from planning.core.database import Database
from planning.core.people import write_person
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person, Role, operator
from planning.core.service import save_person
from tests.conftest import NOW, person

CHAIR = person(Role.CHAIR)
OTHER, THIRD = (person(Role.CHAIR, board_id=number) for number in ("22222", "33333"))


@dataclass(frozen=True)
class Network:
    """A network with nobody in it yet."""

    database: Database
    circle_id: str
    guide: Person

    def invite(self, *who: Person) -> None:
        """Invite the boards of these people."""
        service.invite(self.guide, self.database, NOW, self.circle_id, [one.board_id for one in who])

    def join(self, *who: Person) -> list[MemberState]:
        """Invite them and let each say yes, one hour after another."""
        self.invite(*who)
        hours = (NOW + timedelta(hours=n) for n in range(len(who)))
        return [
            service.answer_invitation(one, self.database, at, self.circle_id, accept=True)
            for one, at in zip(who, hours, strict=True)
        ]

    def standings(self) -> dict[str, MemberState]:
        """How every board stands, as the facilitator sees it."""
        return {one.board_id: one.standing for one in service.members(self.guide, self.database, self.circle_id)}


@pytest.fixture
def network(database: Database) -> Network:
    """A network beside three boards."""
    add_board(database, Board("33333", "Derde bestuur", False, date(2018, 5, 1), 4.0, 0.10, 180))
    guide = service.begin_circle(database, NOW, Kind.NETWORK, "Lerend netwerk ICT", "Bo de Begeleider")
    return Network(database, guide.board_id, guide)


def nothing(_change: object) -> None:
    """Nothing was shared."""


def places(network: Network, number: int | None) -> None:
    """Give the network so many places."""
    circle = service.seat(network.guide, network.database, network.circle_id).circle
    service.set_circle(network.guide, network.database, NOW, replace(circle, places=number))


def leave(network: Network, who: Person) -> None:
    """Let a board leave."""
    here = service.seat(who, network.database, network.circle_id)
    service.leave_circle(here, network.database, NOW, keeps_shared=True, hide_all=nothing)


def test_a_circle_is_no_board(network: Network) -> None:
    assert [board.board_id for board in boards(network.database)] == ["22222", "33333", "11111"]
    assert network.circle_id == "N0001"


def test_an_invited_board_knows_of_the_circle_and_another_does_not(network: Network) -> None:
    network.invite(CHAIR)
    (found,) = service.circles_of(CHAIR, network.database, Kind.NETWORK)
    assert found.membership
    assert (found.circle.name, found.membership.standing) == ("Lerend netwerk ICT", MemberState.INVITED)
    assert service.circles_of(OTHER, network.database, Kind.NETWORK) == ()
    assert service.circles_of(CHAIR, network.database, Kind.PARTNERSHIP) == ()


def test_only_who_speaks_for_a_board_knows_what_it_is_invited_to(network: Network) -> None:
    network.invite(CHAIR)
    reader = person(Role.READER)
    assert service.circles_of(reader, network.database, Kind.NETWORK) == ()
    with pytest.raises(LookupError):
        service.seat(reader, network.database, network.circle_id)


def test_who_says_yes_is_in_and_sees_who_else_is(network: Network) -> None:
    assert network.join(CHAIR, OTHER) == [MemberState.MEMBER, MemberState.MEMBER]
    network.invite(THIRD)
    assert {one.board_id for one in service.members(CHAIR, network.database, network.circle_id)} == {"11111", "22222"}
    assert {one.board_id for one in service.members(THIRD, network.database, network.circle_id)} == {"33333"}


def test_who_comes_when_all_places_are_taken_waits_until_one_leaves(network: Network) -> None:
    places(network, 2)
    assert network.join(CHAIR, OTHER, THIRD) == [MemberState.MEMBER, MemberState.MEMBER, MemberState.WAITING]
    leave(network, OTHER)
    assert network.standings() == {"11111": MemberState.MEMBER, "22222": MemberState.LEFT, "33333": MemberState.MEMBER}


def test_more_places_let_in_who_waits(network: Network) -> None:
    places(network, 2)
    network.join(CHAIR, OTHER, THIRD)
    places(network, None)
    assert network.standings()["33333"] is MemberState.MEMBER


def test_who_left_sees_nobody_any_more(network: Network) -> None:
    network.join(CHAIR, OTHER)
    leave(network, OTHER)
    assert [one.board_id for one in service.members(OTHER, network.database, network.circle_id)] == ["22222"]
    assert service.seat(OTHER, network.database, network.circle_id).may_contribute is False


def test_who_says_no_can_be_invited_again(network: Network) -> None:
    network.invite(CHAIR)
    service.answer_invitation(CHAIR, network.database, NOW, network.circle_id, accept=False)
    assert network.join(CHAIR) == [MemberState.MEMBER]


def test_an_invitation_that_was_taken_back_can_no_longer_be_answered(network: Network) -> None:
    network.invite(CHAIR)
    service.withdraw_invitation(network.guide, network.database, NOW, network.circle_id, "11111")
    with pytest.raises(Refused, match="standing_changed"):
        service.answer_invitation(CHAIR, network.database, NOW, network.circle_id, accept=True)


def test_a_board_is_not_invited_twice(network: Network) -> None:
    network.invite(CHAIR)
    with pytest.raises(Refused, match="board_not_to_invite"):
        network.invite(OTHER, CHAIR)
    assert network.standings() == {"11111": MemberState.INVITED}


@pytest.mark.parametrize(
    "lead",
    [
        lambda who, n: service.invite(who, n.database, NOW, n.circle_id, ["33333"]),
        lambda who, n: service.withdraw_invitation(who, n.database, NOW, n.circle_id, "22222"),
        lambda who, n: service.remove_guest(who, n.database, NOW, n.circle_id, "begeleider"),
        lambda who, n: service.boards_to_invite(who, n.database, n.circle_id),
    ],
)
def test_only_its_facilitator_leads_a_circle(network: Network, lead: Callable[[Person, Network], object]) -> None:
    network.join(CHAIR, OTHER)
    with pytest.raises(NotAllowed):
        lead(CHAIR, network)
    with pytest.raises(LookupError):
        lead(THIRD, network)


def test_a_circle_keeps_a_facilitator(network: Network) -> None:
    with pytest.raises(Refused, match="last_guide"):
        service.remove_guest(network.guide, network.database, NOW, network.circle_id, network.guide.person_id)
    changed = replace(network.guide, role=Role.EXPERT)
    with pytest.raises(Refused, match="last_guide"):
        service.save_guest(network.guide, network.database, NOW, network.circle_id, changed)


def test_an_expert_looks_in_and_says_nothing(network: Network) -> None:
    network.join(CHAIR)
    guest = Person("", network.circle_id, "Eva Expert", Role.EXPERT, account=" Eva@Kennisnet.example ")
    expert = service.save_guest(network.guide, network.database, NOW, network.circle_id, guest)
    assert (expert.person_id, expert.account) == ("eva-expert", "eva@kennisnet.example")
    assert [one.board_id for one in service.members(expert, network.database, network.circle_id)] == ["11111"]
    with pytest.raises(NotAllowed):
        service.contributing(expert, network.database, network.circle_id)


def test_an_address_that_is_none_is_refused_where_it_was_filled_in(network: Network) -> None:
    with pytest.raises(Refused) as refused:
        service.begin_circle(network.database, NOW, Kind.NETWORK, "Nog een", "Bo", "bo at school")
    assert [(reason.code, reason.field) for reason in refused.value.reasons] == [("account_unreadable", "account")]


def test_who_has_the_same_account_elsewhere_is_the_same_person(network: Network) -> None:
    maker = operator("11111")
    own = replace(CHAIR, account="jo@bestuur.example")
    save_person(maker, network.database, NOW, own)
    guest = Person("", network.circle_id, "Jo", Role.EXPERT, account="JO@bestuur.example")
    expert = service.save_guest(network.guide, network.database, NOW, network.circle_id, guest)
    assert service.elsewhere(own, network.database) == {expert: "Lerend netwerk ICT"}
    assert service.elsewhere(replace(own, account=None), network.database) == {}


def test_a_circle_and_a_board_do_not_take_each_others_roles(network: Network) -> None:
    with pytest.raises(Refused, match="role_of_circle"):
        save_person(operator("11111"), network.database, NOW, Person("x", "11111", "X", Role.GUIDE))
    guest = Person("", network.circle_id, "X", Role.ADMINISTRATOR)
    with pytest.raises(ValueError, match="facilitator or an expert"):
        service.save_guest(network.guide, network.database, NOW, network.circle_id, guest)


def test_the_log_of_people_says_that_there_is_an_address_and_not_which(database: Database) -> None:
    with database.change(operator("11111"), NOW) as change:
        write_person(change, replace(CHAIR, account="jo@bestuur.example"))
        logged: list[object] = []
        change.is_preview = True
    with database.change(operator("11111"), NOW) as change:
        change.log = lambda *facts: logged.append(facts)  # type: ignore[method-assign]
        write_person(change, replace(CHAIR, account="jo@bestuur.example"))
        change.is_preview = True
    assert "jo@bestuur" not in str(logged)
    assert "account" in str(logged)
