"""People pasted one a line are read with their role and schools, and every line says what is the matter with it."""

import pytest

from planning.core.rights import Person, Role
from planning.organisation.people_list import PastedPerson, read_people
from planning.organisation.service import School

SCHOOLS = (
    School("03QE00", "De Twister", "Horst", "Bo"),
    School("03UZ00", "De Brink", "Horst", "Bo"),
    School("04AB00", "St. Jozef", "Sevenum", "Bo"),
    School("04AC00", "St. Jozef", "Meterik", "Bo"),
)


def read(*lines: str, known: str = "") -> list[PastedPerson]:
    return read_people("\n".join(lines), "11111", SCHOOLS, [Person("x", "11111", known, Role.CHAIR)])


def codes(line: PastedPerson) -> list[str]:
    return [reason.code for reason in line.reasons]


def test_a_heading_and_blank_lines_are_passed_over_and_cells_come_by_tab_or_semicolon() -> None:
    found = read("Naam\tRol\tSchool", "", "Anna\tICT-coördinator\tDe Twister", "Bas ; voorzitter")
    assert [(one.line, one.person.name, one.person.role, one.reasons) for one in found] == [
        (3, "Anna", Role.SCHOOL_ICT, ()),
        (4, "Bas", Role.CHAIR, ()),
    ]


@pytest.mark.parametrize(
    ("written", "role"),
    [("Bovenschools ICT-coördinator", Role.GROUP_ICT), ("i-Coach", Role.ICOACH),
     ("IBP-coördinator", Role.PRIVACY_OFFICER), ("GMR", Role.READER), ("BEHEERDER", Role.ADMINISTRATOR),
     ("privacy officer", Role.PRIVACY_OFFICER)],
)  # fmt: skip
def test_a_role_is_known_by_what_people_call_it(written: str, role: Role) -> None:
    assert read(f"Anna;{written}")[0].person.role is role


@pytest.mark.parametrize(
    ("written", "schools"),
    [("Twister", {"03QE00"}), ("03uz", {"03UZ00"}), ("04AB00", {"04AB00"}), ("St. Jozef Meterik", {"04AC00"}),
     ("De Brink, Twister", {"03QE00", "03UZ00"}), ("de brink en de twister", {"03QE00", "03UZ00"})],
)  # fmt: skip
def test_a_school_is_known_by_its_number_its_name_or_what_is_left_of_it(written: str, schools: set[str]) -> None:
    [line] = read(f"Anna;ict;{written}")
    assert (line.person.school_ids, line.reasons) == (schools, ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Anna;;", ["person_without_role"]), ("Anna;baas", ["role_unreadable"]), (";voorzitter", ["person_without_name"]),
     ("Anna;ict;", ["coordinator_without_school"]), ("Anna;ict;St. Jozef", ["school_unreadable"]),
     ("Anna;ict;De Brink, De Zon", ["school_unreadable"]), ("Piet;gmr", ["person_known"])],
)  # fmt: skip
def test_a_line_that_cannot_be_added_says_why(line: str, expected: list[str]) -> None:
    assert codes(read(line, known="piet")[0]) == expected


def test_a_name_that_comes_twice_is_asked_about_at_the_second() -> None:
    assert [codes(line) for line in read("Anna;gmr", "ANNA;beheerder")] == [[], ["person_twice"]]


def test_somebody_with_a_line_for_each_school_is_one_person_of_all_of_them() -> None:
    found = read("Anna;ict;De Twister", "Bas;voorzitter", "anna;ict;De Brink", "Anna;ict;St. Jozef Meterik")
    assert [(one.line, one.person.name, one.person.school_ids, one.reasons) for one in found] == [
        (1, "Anna", {"03QE00", "03UZ00", "04AC00"}, ()),
        (2, "Bas", frozenset(), ()),
    ]


def test_a_name_at_one_school_twice_or_with_other_work_is_asked_about() -> None:
    assert [codes(line) for line in read("Anna;ict;De Brink", "Anna;ict;De Brink")] == [[], ["person_twice"]]
    assert [codes(line) for line in read("Anna;ict;De Brink", "Anna;gmr")] == [[], ["person_twice"]]


def test_two_addresses_are_of_two_people_of_one_name() -> None:
    lines = "Anna;ict;De Brink;anna@a.nl", "Anna;ict;De Twister;anna@b.nl"
    assert [codes(line) for line in read(*lines)] == [[], ["person_twice"]]
    assert [codes(line) for line in read(*lines[:1], "Anna;ict;De Twister;anna@a.nl")] == [[]]


def test_what_stands_after_the_school_is_not_read() -> None:
    [line] = read("Anna;gmr;;anna@school.nl;06")
    assert (line.left_out, line.reasons) == (2, ())
    assert "anna@" not in repr(line.person)
