"""What partner boards keep together and see of each other, on both engines."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from planning.circles import service as circles
from planning.circles.model import Sharing
from planning.core.boards import Board, Kind, add_board
from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person, Role
from planning.partners import service
from planning.partners.model import (
    Infrastructure,
    JointPurchase,
    OfferedDevice,
    RolloutStep,
    Stance,
    StanceState,
    Standard,
    Supply,
    VisionStatement,
    Volume,
)
from tests.conftest import NOW, person

DAY = date(2018, 5, 1)
PURCHASE = JointPurchase(
    2018, date(2018, 4, 1), date(2018, 6, 1), 0.21, (OfferedDevice("chromebook", "Chromebook", 200_00),)
)
WORDS = VisionStatement("Visie", "ICT dient het onderwijs.")
ADOPTED = Stance(StanceState.ADOPTED, 1, DAY, "college van bestuur")


@dataclass(frozen=True)
class Together:
    """Two boards that work together, and one that does not."""

    database: Database
    circle_id: str
    guide: Person
    own: Person
    other: Person
    outsider: Person

    def view(self, who: Person) -> service.PartnersView:
        """What somebody sees."""
        return service.partners_view(who, self.database, self.circle_id)

    def state(self, statement: VisionStatement = WORDS) -> str:
        """Bring a statement in; gives its key."""
        kept = service.save_statement(self.own, self.database, NOW, self.circle_id, "1", statement)
        return service.statement_key(kept.owner, kept.key)

    def take(self, who: Person, statement: str, stance: Stance, level: Sharing = Sharing.CIRCLE) -> None:
        """Say how a board stands."""
        service.take_stance(who, self.database, NOW, self.circle_id, statement, stance, level)


@pytest.fixture
def together(database: Database) -> Together:
    """The partnership, on each engine."""
    add_board(database, Board("33333", "Derde bestuur", False, DAY, 4.0, 0.10, 180))
    guide = circles.begin_circle(database, NOW, Kind.PARTNERSHIP, "Samen", "Uitroller van de visie")
    own, other, outsider = (person(Role.CHAIR, board_id=number) for number in ("11111", "22222", "33333"))
    circles.invite(guide, database, NOW, guide.board_id, ["11111", "22222"])
    for one in (own, other):
        circles.answer_invitation(one, database, NOW, guide.board_id, accept=True)
    return Together(database, guide.board_id, guide, own, other, outsider)


def test_a_partner_board_adopts_a_statement_and_the_other_sees_it(together: Together) -> None:
    statement = together.state()
    together.take(together.other, statement, ADOPTED)
    (seen,) = together.view(together.own).statements
    assert seen.adopted_by(["11111", "22222"]) == ("22222",)


def test_a_stance_that_is_not_shared_is_seen_by_nobody_else(together: Together) -> None:
    statement = together.state()
    together.take(together.other, statement, ADOPTED, Sharing.OWN)
    assert together.view(together.own).statements[0].stances == {}
    assert together.view(together.guide).statements[0].stances == {}
    assert together.view(together.other).statements[0].adopted_by(["22222"]) == ("22222",)


def test_other_words_are_a_new_version_to_be_adopted_anew(together: Together) -> None:
    statement = together.state()
    together.take(together.other, statement, ADOPTED)
    together.state(VisionStatement("Visie", "ICT dient het leren."))
    (seen,) = together.view(together.own).statements
    assert (seen.version, seen.adopted_by(["22222"])) == (2, ())


def test_a_stance_on_words_that_were_changed_meanwhile_is_refused(together: Together) -> None:
    statement = together.state()
    together.state(VisionStatement("Visie", "ICT dient het leren."))
    with pytest.raises(Refused, match="statement_changed"):
        together.take(together.other, statement, ADOPTED)


def test_what_a_board_adopted_as_it_reads_now_is_there_for_all_of_its_people_and_for_no_other_board(
    together: Together,
) -> None:
    statement = together.state()
    teacher = person(Role.SCHOOL_ICT, "00AA00", board_id="22222")
    assert service.adopted_statements(teacher, together.database) == {}
    together.take(together.own, statement, replace(ADOPTED, state=StanceState.DISCUSSED))
    together.take(together.other, statement, ADOPTED, Sharing.OWN)
    assert service.adopted_statements(teacher, together.database) == {f"{together.circle_id}/{statement}": WORDS}
    assert service.adopted_statements(together.own, together.database) == {}
    assert service.adopted_statements(together.outsider, together.database) == {}
    together.state(VisionStatement("Visie", "Andere woorden."))
    assert service.adopted_statements(teacher, together.database) == {}  # of the new words nobody said anything yet


def test_who_adopts_says_which_body_did(together: Together) -> None:
    statement = together.state()
    with pytest.raises(Refused, match="adopted_by_nobody"):
        together.take(together.other, statement, replace(ADOPTED, by=" "))


def test_whoever_leads_the_partnership_speaks_for_no_board(together: Together) -> None:
    statement = together.state()
    with pytest.raises(NotAllowed):
        together.take(together.guide, statement, ADOPTED)


def test_an_outsider_finds_no_partnership(together: Together) -> None:
    with pytest.raises(LookupError, match=together.circle_id):
        together.view(together.outsider)


def test_a_step_written_for_a_board_is_seen_by_it_and_no_other(together: Together) -> None:
    step = RolloutStep("x/1", "03UZ00", "De Brink", "Voorlichting aan het team", DAY)
    service.save_step(together.guide, together.database, NOW, together.circle_id, "1", step, of_board="22222")
    seen = {who.board_id: len(together.view(who).of("rollout")) for who in (together.own, together.other)}
    assert seen == {"11111": 0, "22222": 1}


def test_the_standard_is_set_by_who_leads_and_whose_it_is_by_each_board(together: Together) -> None:
    standard = Standard("Minstens 1 Gbit/s", DAY)
    with pytest.raises(NotAllowed):
        service.set_standard(together.own, together.database, NOW, together.circle_id, "internet", standard)
    service.set_standard(together.guide, together.database, NOW, together.circle_id, "internet", standard)
    held = Infrastructure(Supply.COMING, date(2018, 9, 1))
    service.set_infrastructure(
        together.own, together.database, NOW, together.circle_id, "internet", held, Sharing.CIRCLE
    )
    view = together.view(together.other)
    assert [one.content for one in (*view.of("standard"), *view.of("infrastructure"))] == [standard, held]


def test_an_item_that_is_not_on_the_list_is_not_there(together: Together) -> None:
    with pytest.raises(LookupError, match="koffie"):
        service.set_infrastructure(
            together.own, together.database, NOW, together.circle_id, "koffie", Infrastructure(Supply.OWN), Sharing.OWN
        )


def hand_in(
    together: Together, who: Person, volume: Volume, today: date = DAY, level: Sharing = Sharing.CIRCLE
) -> None:
    """Say what a board takes along."""
    service.hand_in_volume(who, together.database, NOW, together.circle_id, 2018, volume, level, today)


def test_numbers_are_handed_in_while_the_purchase_is_open(together: Together) -> None:
    service.save_purchase(together.guide, together.database, NOW, together.circle_id, PURCHASE)
    hand_in(together, together.other, Volume({"chromebook": 40}, plan_version=1))
    assert together.view(together.own).volumes(2018) == {"22222": Volume({"chromebook": 40}, plan_version=1)}
    with pytest.raises(Refused, match="purchase_closed"):
        hand_in(together, together.other, Volume({"chromebook": 50}), date(2018, 6, 2))
    with pytest.raises(LookupError, match="2019"):
        service.hand_in_volume(
            together.own, together.database, NOW, together.circle_id, 2019, Volume(), Sharing.OWN, DAY
        )


def test_a_number_taken_back_counts_no_more(together: Together) -> None:
    service.save_purchase(together.guide, together.database, NOW, together.circle_id, PURCHASE)
    hand_in(together, together.other, Volume({"chromebook": 40}))
    hand_in(together, together.other, Volume({"chromebook": 40}), level=Sharing.OWN)
    assert together.view(together.own).volumes(2018) == {}
