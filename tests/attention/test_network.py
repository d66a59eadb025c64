"""What of a learning network needs somebody of a board now."""

from dataclasses import replace
from datetime import date, time

from planning.attention.network import network_signals
from planning.circles.model import Circle, MemberState, Seat
from planning.core.boards import Kind
from planning.core.rights import Role
from planning.network.cycle import CyclePart, Phase
from planning.network.meetings import Meeting
from tests.conftest import person

NETWORK = Circle("N0001", Kind.NETWORK, "Lerend netwerk ICT", False, 8, "", "")
MEMBER = Seat(NETWORK, person(Role.CHAIR), "11111", MemberState.MEMBER, "Eigen bestuur")
TODAY, YESTERDAY, IN_APRIL = date(2018, 5, 1), date(2018, 4, 30), date(2018, 4, 2)
SKETCH = CyclePart(Phase.SKETCH, None, YESTERDAY, is_done=False)
QUESTION = CyclePart(Phase.CONCEPT, None, IN_APRIL, is_done=False)
THIRD = Meeting(3, "Leraren meekrijgen", date(2018, 5, 24), time(10, 0), "Amersfoort")


def codes(seat: Seat, *parts: CyclePart, meetings: tuple[Meeting, ...] = ()) -> list[str]:
    return [one.code for one in network_signals(seat, parts, meetings, TODAY)]


def test_an_invitation_waits_until_it_is_answered() -> None:
    assert codes(replace(MEMBER, standing=MemberState.INVITED), SKETCH) == ["network_invitation"]
    for standing in (MemberState.WAITING, MemberState.DECLINED, MemberState.LEFT):
        assert codes(replace(MEMBER, standing=standing), SKETCH, meetings=(THIRD,)) == []


def test_what_is_late_is_one_signal_since_the_first_day() -> None:
    (found,) = network_signals(MEMBER, (SKETCH, QUESTION), (), TODAY)
    assert (found.code, found.day, found.late) == ("network_late", IN_APRIL, (QUESTION, SKETCH))


def test_what_is_due_today_or_done_is_not_late() -> None:
    assert codes(MEMBER, replace(SKETCH, due=TODAY), replace(QUESTION, is_done=True)) == []


def test_a_meeting_is_told_of_four_weeks_ahead_and_until_its_day() -> None:
    assert codes(MEMBER, meetings=(THIRD,)) == ["network_meeting"]
    assert codes(MEMBER, meetings=(replace(THIRD, day=TODAY),)) == ["network_meeting"]
    assert codes(MEMBER, meetings=(replace(THIRD, day=date(2018, 5, 30)),)) == []
    assert codes(MEMBER, meetings=(replace(THIRD, day=YESTERDAY),)) == []
