"""The words that inventory and management systems have for the state of a device, in what they export."""

import pytest

from planning.inventory.values.status import read_remark
from tests.inventory.lists import column, problem_places, read

STATES = {
    "in_use": (
        "Inzetbaar", "INZETBAAR", "inzetbare", "inzetb.", "inzetbar", "Klaar voor uitgifte", "Uitgeefbaar",
        "Uitgegeven", "Uitgecheckt", "uitgechekt", "Toegewezen", "Ready to Deploy", "READY TO DEPLOY", "RTD",
        "Deployable", "Deployed", "Operationeel", "operat.", "Active", "ACTIVE", "Old", "wipeCanceled", "DELINQUENT",
    ),
    "spare": (
        "In afwachting", "in afw.", "Pending", "Ingecheckt", "Stock", "Non-active", "non active", "Nonactive",
        "Niet actief", "Inactief", "INACTIVE",
    ),
    "disposed": (
        "Gearchiveerd", "GEARCHIVEERD", "gearchieveerd", "gearch.", "gearchiveerde", "Archived", "Sold", "Retired",
        "Inrichting ongedaan gemaakt", "DEPROVISIONED", "Deprovisioned", "RETURN_ARRIVED", "wipeIssued", "wipe issued",
        "In trash",
    ),
    "broken": (
        "Niet inzetbaar", "niet meer inzetbaar", "Niet-uitgeefbaar", "Undeployable", "un-deployable",
        "Broken - Not Fixable", "Uitgeschakeld", "DISABLED", "Niet operationeel", "Buiten gebruik",
    ),
    "in_repair": ("In reparatie", "Out for Repair", "Out for Diagnostics", "In repair", "Bij leverancier (reparatie)"),
    "missing": ("Vermist", "Lost/Stolen", "Stolen"),
    "ordered": ("In afwachting van levering", "PRE_PROVISIONED", "On order"),
}  # fmt: skip


@pytest.mark.parametrize(("status", "word"), [(state, word) for state, words in STATES.items() for word in words])
def test_a_state_of_a_system_is_known_in_its_own_words(status: str, word: str) -> None:
    remark = read_remark(word)
    assert (remark.status, remark.whole) == (status, True)


@pytest.mark.parametrize("word", ["Gereserveerd", "Reserved", "RETURN_REQUESTED", "Placeholder", "Niet beheerd"])
def test_a_state_that_leaves_open_where_a_device_is_is_asked(word: str) -> None:
    rows = [["Soort", "Serienummer", "Status"], ["laptop", "5CD1234567", "in gebruik"], ["laptop", "5CD1234568", word]]
    assert [row for row, _ in problem_places(read(rows))] == [3]


@pytest.mark.parametrize("heading", ["Uitgecheckt aan", "uitgecheckt naar", "Uitgegeven aan", "Checked out to"])
def test_whoever_has_a_device_is_no_remark_on_it(heading: str) -> None:
    rows = [
        ["Asset-tag", "Serienummer", "Categorie", "Status", heading],
        ["A1", "SN96140B", "Laptop", "Inzetbaar", "Gerrit"],
        ["A2", "SN96141B", "Laptop", "Gearchiveerd", None],
    ]
    reading = read(rows)
    assert column(reading, "status") == ["in_use", "disposed"]
    assert problem_places(reading) == []
    assert "Gerrit" not in repr(reading)


def test_what_is_ready_is_in_the_cupboard_where_others_are_handed_out() -> None:
    rows = [
        ["Soort", "Serienummer", "Status"],
        ["laptop", "5CD1234567", "Uitgegeven"],
        ["laptop", "5CD1234568", "Klaar voor uitgifte"],
    ]
    assert column(read(rows), "status") == ["in_use", "spare"]


@pytest.mark.parametrize(
    "word",
    [
        "actief tot 2017",
        "was in gebruik",
        "deels in gebruik",
        "SEMI-ACTIEF",
        "werkt soms",
        "formerly active",
        "Non-used",
    ],
)
def test_a_state_that_holds_no_longer_or_only_half_is_asked(word: str) -> None:
    rows = [["Soort", "Serienummer", "Status"], ["laptop", "5CD1234567", "in gebruik"], ["laptop", "5CD1234568", word]]
    assert problem_places(read(rows)) == [(3, "status-unknown")]


@pytest.mark.parametrize("word", ["niet langer in gebruik", "No longer in use", "niet meer in gebruik"])
def test_what_is_used_no_more_has_gone(word: str) -> None:
    assert read_remark(word).status == "disposed"
