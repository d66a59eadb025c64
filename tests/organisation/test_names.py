"""The name a school goes by."""

import pytest

from planning.organisation.names import calling_name


@pytest.mark.parametrize(
    ("institution", "name"),
    [
        ("Basisschool De Klimboom", "De Klimboom"),
        ("RK Basissch De Schakel", "De Schakel"),
        ("RK Bs Onder de Wieken", "Onder de Wieken"),
        ("Rooms Katholieke Basisschool De Bottel", "De Bottel"),
        ("Openbaar Basisschool Weisterbeek", "Weisterbeek"),
        ("Basissch de Dobbelsteen", "De Dobbelsteen"),
        ("SSBO De Peelhorst", "De Peelhorst"),
        ("Mariaschool", "Mariaschool"),
        ("Nieuweschool", "Nieuweschool"),
        ("De Kruudwis", "De Kruudwis"),
        ("Basisschool", "Basisschool"),
    ],
)
def test_what_every_school_is_is_left_off(institution: str, name: str) -> None:
    assert calling_name(institution) == name
