"""A list that is a part of the whole: what of the inventory before stays beside it."""

import pytest

from planning.inventory.fleet.rest import kinds_missing, staying
from planning.inventory.guidance import ALL_STAY, GONE, OTHER_KINDS_STAY, OTHER_SYSTEMS_STAY
from tests.inventory.test_compare import fleet, lot

BEFORE = fleet(
    lot(serial="C1", brand="HP"),
    lot(serial="C2", brand="HP"),
    lot(serial="M1", kind="laptop", brand="Apple"),
    lot(serial="L1", kind="laptop", brand="HP"),
    lot(6, kind="tablet", brand="Apple"),
)


@pytest.mark.parametrize(
    ("rest", "layout", "stay"),
    [
        (None, "flat_list", []),
        (GONE, "flat_list", []),
        (OTHER_KINDS_STAY, "export_google_admin", ["M1", "L1", None]),
        (ALL_STAY, "flat_list", ["C2", "M1", "L1", None]),
    ],
)
def test_a_list_of_chromebooks_replaces_all_its_kind_or_only_what_it_names(
    rest: str | None, layout: str, stay: list[str | None]
) -> None:
    assert staying(BEFORE, fleet(lot(serial="c1")), layout, rest)["serial"].tolist() == stay


def test_an_export_of_a_system_replaces_what_that_system_manages() -> None:
    read = fleet(lot(serial="M2", kind="laptop", brand="Apple"))
    assert staying(BEFORE, read, "export_jamf_pro", OTHER_SYSTEMS_STAY)["serial"].tolist() == ["C1", "C2", "L1"]
    read = fleet(lot(serial="L2", kind="laptop", brand="Dell"))
    assert staying(BEFORE, read, "export_intune", OTHER_SYSTEMS_STAY)["serial"].tolist() == ["C1", "C2", "M1", None]


def test_a_kind_that_is_missing_is_told_where_the_school_has_several() -> None:
    assert kinds_missing(BEFORE, fleet(lot(serial="C1"))) == ["tablet"]
