"""Incidents in the store, on both engines: who may know of them, and what is left behind nowhere."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from planning.core.database import Change, Database, audit_line
from planning.core.rights import NotAllowed, Person, Role
from planning.core.service import audit
from planning.organisation.records import School, write_schools
from planning.privacy.incident_records import incident_step
from planning.privacy.incident_service import (
    incident_steps,
    incidents,
    report,
    take_step,
)
from planning.privacy.incident_steps import (
    Closing,
    IncidentDescription,
    IncidentReport,
    NoticeToPeople,
    Notification,
    RiskAssessment,
    kind_of,
)
from planning.privacy.incidents import Risk
from tests.conftest import NOW, person
from tests.refusals import refused

CHAIR, OFFICER = person(Role.CHAIR), person(Role.PRIVACY_OFFICER)
LINDE, ANNA = person(Role.SCHOOL_ICT, "00AA00"), person(Role.SCHOOL_ICT, "00BB00")
DISCOVERED = datetime(2018, 4, 30, 8, 0, tzinfo=UTC)
SECRET = "Dossier van een leerling lag bij de kopieermachine"


@pytest.fixture
def schools(database: Database) -> Database:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        write_schools(
            change, [School("00AA00", "De Linde", "Horst", "Bo"), School("00BB00", "Sint Anna", "Horst", "Bo")]
        )
        change.log("schools", "DUO", None, {"schools": 2, "changed": 2})
    return database


def recorded(database: Database, by: Person = LINDE, school: str | None = "00AA00") -> int:
    return report(by, database, NOW, IncidentReport(school, DISCOVERED, SECRET))


def test_an_incident_is_numbered_and_its_clock_runs(schools: Database) -> None:
    assert [recorded(schools), recorded(schools, OFFICER, None)] == [1, 2]
    known = incidents(CHAIR, schools)
    assert [(i.incident_id, i.school_id, i.clock.deadline - DISCOVERED) for i in known] == [
        (2, None, timedelta(hours=72)),
        (1, "00AA00", timedelta(hours=72)),
    ]


def test_every_step_says_who_and_when_and_none_is_changed(schools: Database) -> None:
    number = recorded(schools)
    take_step(LINDE, schools, NOW, number, IncidentDescription(DISCOVERED, SECRET, cause="Vergeten"))
    take_step(OFFICER, schools, NOW, number, RiskAssessment(Risk.LIKELY, "Zorggegevens"))
    found = take_step(CHAIR, schools, NOW, number, Notification(DISCOVERED + timedelta(hours=3), "AP-1"))
    assert (found.cause, found.risk, found.clock.is_running) == ("Vergeten", Risk.LIKELY, False)
    steps = incident_steps(CHAIR, schools, number)
    assert [kind_of(dated.step) for dated in steps] == ["recorded", "described", "assessed", "notified"]
    assert [dated.person_name for dated in steps] == [p.name for p in (LINDE, LINDE, OFFICER, CHAIR)]


def test_a_refused_step_leaves_nothing_behind(schools: Database) -> None:
    number = recorded(schools)
    version = schools.data_version("11111")
    with refused(("closed_without_lessons", "lessons"), ("closed_unassessed", None), ("closed_undecided", None)):
        take_step(OFFICER, schools, NOW, number, Closing(NOW, ""))
    assert schools.data_version("11111") == version
    assert len(incident_steps(OFFICER, schools, number)) == 1


def test_a_coordinator_knows_of_the_own_school_only(schools: Database) -> None:
    recorded(schools)
    recorded(schools, OFFICER, None)
    assert [i.incident_id for i in incidents(LINDE, schools)] == [1]
    assert incidents(ANNA, schools) == ()
    for number in (1, 2, 3):  # of another school, of the board, and none at all: the same answer
        with pytest.raises(LookupError):
            incident_steps(ANNA, schools, number)
        with pytest.raises(LookupError):
            take_step(ANNA, schools, NOW, number, IncidentDescription(DISCOVERED, "Anders"))


def test_a_coordinator_reports_for_the_own_school_only(schools: Database) -> None:
    for school in ("00BB00", None):
        with pytest.raises(NotAllowed):
            recorded(schools, LINDE, school)
    with pytest.raises(LookupError):
        recorded(schools, OFFICER, "00ZZ00")
    assert incidents(CHAIR, schools) == ()


def test_a_coordinator_describes_and_others_decide(schools: Database) -> None:
    number = recorded(schools)
    for step in (RiskAssessment(Risk.NONE, "Niets"), NoticeToPeople(NOW), Closing(NOW, "Niets")):
        with pytest.raises(NotAllowed):
            take_step(LINDE, schools, NOW, number, step)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.GROUP_ICT, Role.ADMINISTRATOR])
def test_the_log_never_says_what_it_is_about_and_to_most_not_even_that_it_is(schools: Database, role: Role) -> None:
    number = recorded(schools)
    take_step(OFFICER, schools, NOW, number, RiskAssessment(Risk.HIGH, "Zorg van een leerling"))
    lines = audit(person(role), schools)
    assert list(lines["what"]) == (["incident", "incident", "schools"] if role is Role.CHAIR else ["schools"])
    assert audit(person(role), schools, what=["incident"]).empty is (role is not Role.CHAIR)
    with schools.read("11111") as connection:
        kept = connection.execute(sa.select(audit_line).where(audit_line.c.what == "incident")).all()
    assert [(line.subject, line.before, line.after) for line in kept] == [("1", None, None)] * 2


def test_another_board_has_its_own_incidents(schools: Database) -> None:
    recorded(schools)
    stranger = person(Role.CHAIR, board_id="22222")
    assert incidents(stranger, schools) == ()
    assert report(stranger, schools, NOW, IncidentReport(None, DISCOVERED, "Van een ander")) == 1
    assert [i.description for i in incidents(CHAIR, schools)] == [SECRET]


def test_an_error_of_the_database_does_not_say_what_was_written(schools: Database) -> None:
    row = {"board_id": "11111", "incident_id": 9, "step": 1, "at": NOW, "person_id": "x", "person_name": "X"}

    def write(change: Change) -> None:
        change.connection.execute(incident_step.insert().values(**row, kind="recorded", facts={"description": SECRET}))

    with schools.change(OFFICER, NOW) as change:
        change.is_preview = True
        with pytest.raises(sa.exc.IntegrityError) as error:
            write(change)
    assert SECRET not in str(error.value)


def test_a_moment_in_the_future_of_an_example_group_is_refused(schools: Database) -> None:
    with refused(("discovery_to_come", "discovered_at")):
        report(CHAIR, schools, NOW, IncidentReport(None, NOW, "Na twaalf uur"))  # 14.00 there; the board stands at noon
