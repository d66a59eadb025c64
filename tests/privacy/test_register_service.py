"""Registers in the store, on both engines: who reads, who keeps, and what the log says of it."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from planning.core.database import Database, audit_line
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit
from planning.organisation.records import School, write_schools
from planning.privacy.register_service import entries, import_entries, remove, save
from planning.privacy.registers import Dpia, Entry, Processing, Processor, RightsRequest
from tests.conftest import NOW, person
from tests.making import workbook
from tests.refusals import refused

OFFICER, LINDE, ANNA = (
    person(Role.PRIVACY_OFFICER),
    person(Role.SCHOOL_ICT, "00AA00"),
    person(Role.SCHOOL_ICT, "00BB00"),
)
ACTIVITY = Processing("Leerlingdossier", processors=("Leveranciers BV",))
PARTY = Processor("Leveranciers BV", "Leerlingvolgsysteem", "3.0", date(2017, 9, 1))
DPIA = Dpia("Camera’s", True)
REQUEST = RightsRequest("00AA00", "Kenmerk 12-ouder", "access", date(2018, 4, 5))
AS_OF = date(2018, 5, 1)


@pytest.fixture
def schools(database: Database) -> Database:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        write_schools(
            change, [School("00AA00", "De Linde", "Horst", "Bo"), School("00BB00", "Sint Anna", "Horst", "Bo")]
        )
        change.log("schools", "DUO", None, {"schools": 2, "changed": 2})
    return database


@pytest.mark.parametrize("entry", [ACTIVITY, PARTY, DPIA, REQUEST])
def test_an_entry_is_kept_changed_removed_and_put_back(schools: Database, entry: Entry) -> None:
    kept = save(OFFICER, schools, NOW, entry)
    assert kept == replace(entry, entry_id=1)
    assert save(OFFICER, schools, NOW, kept) == kept
    remove(OFFICER, schools, NOW, kept)
    assert entries(OFFICER, schools, type(entry)) == ()
    with refused(("entry_gone", None)):
        remove(OFFICER, schools, NOW, kept)
    save(OFFICER, schools, NOW, kept)
    assert entries(OFFICER, schools, type(entry)) == (kept,)


def test_a_refused_entry_leaves_nothing_behind(schools: Database) -> None:
    version = schools.data_version("11111")
    with refused(("entry_without_name", "name")):
        save(OFFICER, schools, NOW, Processing(""))
    assert (entries(OFFICER, schools, Processing), schools.data_version("11111")) == ((), version)


def test_a_party_that_is_called_otherwise_is_so_in_every_activity(schools: Database) -> None:
    party = save(OFFICER, schools, NOW, PARTY)
    save(OFFICER, schools, NOW, ACTIVITY)
    save(OFFICER, schools, NOW, replace(party, party="Leveranciers NV"))
    assert entries(OFFICER, schools, Processing)[0].processors == ("Leveranciers NV",)


PARTIES = workbook([("Partij", "Getekend"), ("A BV", "1-9-2017"), ("B BV", "")])


def test_a_coordinator_sees_and_hands_in_requests_of_the_own_school_only(schools: Database) -> None:
    save(LINDE, schools, NOW, REQUEST)
    save(OFFICER, schools, NOW, replace(REQUEST, school_id=None))
    assert [request.school_id for request in entries(LINDE, schools, RightsRequest)] == ["00AA00"]
    assert entries(ANNA, schools, RightsRequest) == ()
    for school in ("00BB00", None):
        with pytest.raises(NotAllowed):
            save(LINDE, schools, NOW, replace(REQUEST, school_id=school))


def test_the_log_tells_what_changed_of_a_register_but_of_a_request_only_its_number(schools: Database) -> None:
    party = save(OFFICER, schools, NOW, PARTY)
    save(OFFICER, schools, NOW, replace(party, ends_on=date(2019, 8, 31)))
    save(LINDE, schools, NOW, REQUEST)
    lines = audit(person(Role.CHAIR), schools)
    assert list(lines["what"]) == ["rights_request", "processor", "processor", "schools"]
    assert lines.iloc[1][["subject", "before", "after"]].tolist() == [
        "Leveranciers BV", {"ends_on": None}, {"ends_on": "2019-08-31"},
    ]  # fmt: skip
    assert lines.iloc[0][["subject", "before", "after"]].tolist() == ["1", None, None]
    assert "rights_request" not in list(audit(person(Role.ADMINISTRATOR), schools)["what"])
    with schools.read("11111") as connection:
        kept = repr(connection.execute(sa.select(audit_line)).all())
    assert "Kenmerk" not in kept


def test_an_import_says_first_what_it_would_change_and_changes_nothing(schools: Database) -> None:
    found = import_entries(OFFICER, schools, NOW, Processor, PARTIES, "lijst.xlsx", apply=False)
    assert (found.rows, found.added, found.changed) == (2, ("A BV", "B BV"), ())
    assert entries(OFFICER, schools, Processor) == ()


def test_an_import_adds_and_changes_and_an_empty_cell_leaves_what_is_there(schools: Database) -> None:
    save(OFFICER, schools, NOW, Processor("B BV", "", "3.0", date(2017, 1, 1)))
    found = import_entries(OFFICER, schools, NOW, Processor, PARTIES, "lijst.xlsx", apply=True)
    assert (found.added, found.changed) == (("A BV",), ())
    assert {(p.party, p.model, p.signed_on) for p in entries(OFFICER, schools, Processor)} == {
        ("A BV", None, date(2017, 9, 1)),
        ("B BV", "3.0", date(2017, 1, 1)),
    }
    again = import_entries(OFFICER, schools, NOW, Processor, PARTIES, "lijst.xlsx", apply=True)
    assert (again.added, again.changed) == ((), ())


def test_a_row_that_cannot_be_is_told_and_the_others_come_in(schools: Database) -> None:
    content = workbook([("Partij", "Getekend", "Einddatum"), ("A BV", "1-9-2017", "1-9-2016"), ("B BV", "", "")])
    found = import_entries(OFFICER, schools, NOW, Processor, content, "lijst.xlsx", apply=True)
    assert [(problem.code, problem.row) for problem in found.problems] == [("refused", 2)]
    assert [party.party for party in entries(OFFICER, schools, Processor)] == ["B BV"]


def test_another_board_has_its_own_registers(schools: Database) -> None:
    save(OFFICER, schools, NOW, ACTIVITY)
    assert entries(person(Role.PRIVACY_OFFICER, board_id="22222"), schools, Processing) == ()
