"""Systems of partner boards beside each other: what each shares, function by function, and nothing else."""

from datetime import date

import pytest

from planning.circles import contribution_service as store
from planning.circles.model import Sharing
from planning.core.rights import NotAllowed, Person, Role
from planning.organisation.records import School, write_schools
from planning.partners.model import SharedFunction, SharedSystem
from planning.partners.service import share_systems
from planning.partners.systems import board_matrix, shareable
from planning.systems.functions import FunctionChoice
from planning.systems.service import save_function, save_lines, systems_view
from tests.conftest import NOW, person
from tests.partners.test_service import DAY, Together, together
from tests.systems.made import ANNA, LINDE, line

assert together  # a fixture
ROLLED_OUT = SharedFunction(DAY, 2, (SharedSystem("Berk", 2),))
TWO = SharedFunction(DAY, 3, (SharedSystem("BERK", 2), SharedSystem("Eik", 1)))
NONE = SharedFunction(DAY, 2)


def put(here: Together, who: Person, shared: dict[str, SharedFunction], level: Sharing = Sharing.CIRCLE) -> None:
    share_systems(who, here.database, NOW, here.circle_id, shared, level)


def test_a_function_is_compared_by_what_each_board_shares_of_it() -> None:
    names = {"11111": "Eigen bestuur", "22222": "Ander bestuur", "33333": "Derde bestuur"}
    found = board_matrix({"11111": {"las": ROLLED_OUT, "mdm": NONE}, "22222": {"las": TWO}}, names)
    (las,) = found.rows
    assert [(one.name, one.columns) for one in las.systems] == [("Berk", 2), ("Eik", 1)]
    assert [las.kind(place) for place in range(3)] == ["one", "several", "unknown"]
    assert (found.doubles, found.gaps, [one.key for one in found.unknown]) == (1, 0, ["33333"])
    gap = board_matrix({"11111": {"las": NONE}, "22222": {"las": TWO}}, names)
    assert [gap.rows[0].kind(place) for place in range(3)] == ["gap", "several", "unknown"]


def test_a_board_shares_which_systems_and_at_how_many_schools_and_no_more(together: Together) -> None:
    group = person(Role.GROUP_ICT)
    with together.database.change(person(Role.ADMINISTRATOR), NOW) as change:
        write_schools(change, [School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo")])
        change.log("schools", "DUO", None, {"schools": 2, "changed": 2})
    own = save_function(group, together.database, NOW, FunctionChoice("", "ground", "Kantinekassa", True)).code
    lines = [line(LINDE, "Berk"), line(ANNA, "Berk", per_school_cents=5), line(LINDE, "Eik"), line(LINDE, "Kassa", own),
             line(LINDE, "Iep", "mdm", life="plan")]  # fmt: skip
    save_lines(group, together.database, NOW, lines)
    known = shareable(systems_view(group, together.database), DAY)
    assert known == {"las": SharedFunction(DAY, 2, (SharedSystem("Berk", 2), SharedSystem("Eik", 1)))}


def test_each_function_is_shared_and_withdrawn_by_itself_and_at_once(together: Together) -> None:
    put(together, together.own, {"las": TWO, "lvs": ROLLED_OUT, "mdm": NONE})
    assert together.view(together.other).systems == {"11111": {"las": TWO, "lvs": ROLLED_OUT, "mdm": NONE}}
    store.share(together.own, together.database, NOW, together.circle_id, "systems", "las", Sharing.OWN)
    assert set(together.view(together.other).systems["11111"]) == {"lvs", "mdm"}
    assert set(together.view(together.guide).systems["11111"]) == {"lvs", "mdm"}
    put(together, together.own, {"lvs": ROLLED_OUT})  # the others are not shared any more
    assert together.view(together.other).systems == {"11111": {"lvs": ROLLED_OUT}}
    put(together, together.own, {})
    assert together.view(together.other).systems == together.view(together.own).systems == {}


def test_a_board_outside_finds_nothing_and_who_leads_shares_nothing(together: Together) -> None:
    put(together, together.own, {"las": TWO})
    with pytest.raises(LookupError, match=together.circle_id):
        together.view(together.outsider)
    with pytest.raises(LookupError, match=together.circle_id):
        put(together, together.outsider, {"las": TWO})
    with pytest.raises(NotAllowed):
        put(together, together.guide, {"las": TWO})
    with pytest.raises(LookupError, match="own-1"):
        put(together, together.own, {"own-1": TWO})


def test_what_was_shared_stays_of_its_day(together: Together) -> None:
    put(together, together.own, {"las": ROLLED_OUT})
    put(together, together.own, {"las": SharedFunction(date(2018, 6, 1), 2, ())})
    assert together.view(together.other).systems["11111"]["las"].as_of == date(2018, 6, 1)
