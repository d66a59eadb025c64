"""Which school of the board a text names."""

import pytest

from planning.inventory.read.school_names import match_school
from planning.organisation.records import School

SCHOOLS = (
    School("03QE00", "De Klimboom", "Swolgen", "Bo"),
    School("03UZ00", "De Twister", "Horst", "Bo"),
    School("04AA00", "De Horizon", "Sevenum", "Bo"),
    School("04BB00", "De Horizon", "Grubbenvorst", "Bo"),
    School("05CC00", "Sint Anna", "Horst", "Bo"),
)


@pytest.mark.parametrize(
    ("written", "school_id"),
    [
        ("De Klimboom", "03QE00"),
        ("de  klimboom", "03QE00"),
        ("De Klimboom Swolgen", "03QE00"),
        ("De Klimboom (Swolgen)", "03QE00"),
        ("03QE00", "03QE00"),
        ("03qe", "03QE00"),
        ("De Horizon Sevenum", "04AA00"),
        ("/Scholen/De Twister/Leerlingen", "03UZ00"),
    ],
)
def test_a_number_or_a_name_as_it_is_names_the_school(written: str, school_id: str) -> None:
    found = match_school(written, SCHOOLS).school
    assert found
    assert found.school_id == school_id


@pytest.mark.parametrize(
    ("written", "likeliest"),
    [
        ("Klimboom", "03QE00"),
        ("bs de Klimboom", "03QE00"),
        ("De Klimbom", "03QE00"),
        ("Twister Horst", "03UZ00"),
        ("Swolgen", "03QE00"),
        ("/Klimboom/Leerlingen", "03QE00"),
        ("Anna", "05CC00"),
        ("DK", "03QE00"),
        ("TWI", "03UZ00"),
        ("St. Anna", "05CC00"),
    ],
)
def test_something_like_a_name_is_asked_about(written: str, likeliest: str) -> None:
    found = match_school(written, SCHOOLS)
    assert found.school is None
    assert found.candidates[0].school_id == likeliest


def test_of_two_schools_with_one_name_both_can_be_meant() -> None:
    found = match_school("De Horizon", SCHOOLS)
    assert found.school is None
    assert {school.school_id for school in found.candidates} == {"04AA00", "04BB00"}


@pytest.mark.parametrize("written", ["Kantoor", "12XY00", "Lokaal 3", "-", ""])
def test_a_text_like_none_of_them_names_no_school(written: str) -> None:
    found = match_school(written, SCHOOLS)
    assert (found.school, found.candidates) == (None, ())
