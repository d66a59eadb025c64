"""Schools, counts, forecasts, targets and kinds of a board, on both engines."""

from datetime import date, timedelta

import pytest

from planning.core.database import Database
from planning.core.paths import EXAMPLES
from planning.core.rights import NotAllowed, Role, operator
from planning.core.service import audit
from planning.organisation import service
from planning.organisation.records import PupilCount
from tests.conftest import HALF_PAST_MIDNIGHT, NOW, person, work_as_of_today
from tests.refusals import refused

HEADER = (
    "PEILDATUM;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;POSTCODE_VESTIGING;PLAATSNAAM;GEMEENTENUMMER;"
    "GEMEENTENAAM;PROVINCIE;SOORT_PO;CLUSTER;DENOMINATIE_VESTIGING;BEVOEGD_GEZAG_NUMMER;LEEFTIJD_JONGER;"
    + ";".join(f"LEEFTIJD_{age}" for age in range(4, 25))
    + ";LEEFTIJD_OUDER;TOTAAL"
)
MANAGER = person(Role.GROUP_ICT)


def pupil_file(*rows: tuple[str, str, str, str, int]) -> bytes:
    """(date, board, brin, name, pupils of age 6) as DUO publishes them."""
    lines = [
        f"{day};{brin};00;{name};1234AB;HORST; 10;Horst;Limburg;Bo;nvt;Openbaar;{board};0;0;0;{n}" + ";0" * 19 + f";{n}"
        for day, board, brin, name, n in rows
    ]
    return "\r\n".join([HEADER, *lines, ""]).encode("latin-1")


OWN = pupil_file(
    ("20161001", "11111", "00AA", "De Linde", 40),
    ("20161001", "11111", "00BB", "Sint Anna", 20),
    ("20161001", "22222", "00CC", "Van een ander", 99),
)


def test_a_preview_of_an_import_changes_nothing(database: Database) -> None:
    found = service.import_pupils(MANAGER, database, NOW, OWN, apply=False)
    assert (found.schools, found.pupils, found.changed) == (2, {date(2016, 10, 1): 60}, 4)
    assert service.schools(MANAGER, database) == ()
    assert database.data_version("11111") == 0


def test_an_import_takes_the_own_board_only(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    assert [s.name for s in service.schools(MANAGER, database)] == ["De Linde", "Sint Anna"]
    counts = service.pupil_counts(MANAGER, database)
    assert counts[["school_id", "total", "middle"]].to_numpy().tolist() == [["00AA00", 40, 40], ["00BB00", 20, 20]]
    assert service.schools(person(Role.GROUP_ICT, board_id="22222"), database) == ()


def test_importing_the_same_file_again_changes_nothing(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    assert service.import_pupils(MANAGER, database, NOW, OWN, apply=True).changed == 0
    assert database.data_version("11111") == 1


def test_a_school_coordinator_sees_the_own_school_and_imports_nothing(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    coordinator = person(Role.SCHOOL_ICT, "00BB00")
    assert [s.name for s in service.schools(coordinator, database)] == ["Sint Anna"]
    assert list(service.pupil_counts(coordinator, database)["school_id"]) == ["00BB00"]
    with pytest.raises(NotAllowed):
        service.find_school(coordinator, database, "00AA00")
    with pytest.raises(NotAllowed):
        service.import_pupils(coordinator, database, NOW, OWN, apply=True)


def test_just_after_midnight_the_count_of_1_october_is_accepted_and_just_before_it_is_not(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    work_as_of_today(database)
    statutory = PupilCount("00AA00", date(2018, 10, 1), 44, "hand")
    with refused(("count_to_come", "count_date")):
        service.set_count(MANAGER, database, HALF_PAST_MIDNIGHT - timedelta(minutes=31), statutory)
    service.set_count(MANAGER, database, HALF_PAST_MIDNIGHT, statutory)
    assert date(2018, 10, 1) in set(service.pupil_counts(MANAGER, database)["count_date"])


def test_a_count_by_hand_replaces_that_date_and_is_logged(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    service.set_count(MANAGER, database, NOW, PupilCount("00AA00", date(2016, 10, 1), 44, "hand"))
    counts = service.pupil_counts(MANAGER, database)
    assert list(counts[counts["school_id"] == "00AA00"]["total"]) == [44]
    line = audit(MANAGER, database).iloc[0]
    assert (line["before"]["total"], line["after"]["total"]) == (40, 44)


def test_an_own_figure_replaces_the_forecast_and_can_be_taken_away(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    day = date(2017, 10, 1)

    def forecast() -> int:
        frame = service.pupil_forecast(MANAGER, database)
        return int(frame[(frame["school_id"] == "00AA00") & (frame["count_date"] == day)]["pupils"].iloc[0])

    before = forecast()
    service.set_own_forecast(MANAGER, database, NOW, "00AA00", day, 77)
    assert forecast() == 77
    service.set_own_forecast(MANAGER, database, NOW, "00AA00", day, None)
    assert forecast() == before != 77


def test_a_school_may_choose_its_own_target_through_the_chair(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    service.set_own_target(person(Role.CHAIR), database, NOW, "00AA00", 2.5)
    assert [s.own_target for s in service.schools(MANAGER, database)] == [2.5, None]
    with pytest.raises(NotAllowed):
        service.set_own_target(person(Role.SCHOOL_ICT, "00AA00"), database, NOW, "00AA00", 1.0)


def test_a_new_import_keeps_what_a_school_chose(database: Database) -> None:
    service.import_pupils(MANAGER, database, NOW, OWN, apply=True)
    service.set_own_target(MANAGER, database, NOW, "00AA00", 2.0)
    renamed = pupil_file(("20171001", "11111", "00AA", "De Linde Nieuw", 41))
    service.import_pupils(MANAGER, database, NOW, renamed, apply=True)
    school = service.find_school(MANAGER, database, "00AA00")
    assert (school.name, school.own_target) == ("De Linde", 2.0)


def test_a_board_sets_what_a_kind_lives_and_costs(database: Database) -> None:
    service.set_kind(MANAGER, database, NOW, "chromebook", 7, 27500)
    assert (service.kinds(MANAGER, database)["chromebook"].life_years) == 7
    other = service.kinds(person(Role.GROUP_ICT, board_id="22222"), database)["chromebook"]
    assert other.life_years != 7


def test_the_school_file_says_what_a_school_is_called_now_and_where_it_is(database: Database) -> None:
    from planning.core.boards import Board, add_board

    add_board(database, Board("47920", "Dynamiek", True, None, 4.0, 0.1, 180))
    dynamiek = operator("47920")
    for file in ("leerlingen-2015-2016.csv", "leerlingen-2016-2017.csv"):
        service.import_pupils(dynamiek, database, NOW, (EXAMPLES / "duo" / file).read_bytes(), apply=True)
    service.import_schools(
        dynamiek, database, NOW, (EXAMPLES / "duo" / "hoofdvestigingen-2017.csv").read_bytes(), apply=True
    )
    schools = {s.school_id: s for s in service.schools(dynamiek, database)}
    assert len(schools) == 20
    assert (schools["03UZ00"].name, schools["00YG00"].kind) == ("De Twister", "Sbo")
    assert schools["03UZ00"].street
