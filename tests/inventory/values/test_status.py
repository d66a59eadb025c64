"""What a status or a remark says of the devices of a row."""

import pytest

from planning.inventory.values.issue import PART
from planning.inventory.values.status import conflict_options, part_issue, read_remark


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("AFGEVOERD", "disposed"),
        ("weg (kringloop)", "disposed"),
        ("gestolen (aangifte gedaan)", "missing"),
        ("weg voor reparatie", "in_repair"),
        ("op voorraad", "spare"),
        ("in de kast", "spare"),
        ("niet in gebruik", "spare"),
        ("niet meer in gebruik", "disposed"),
        ("Defect ", "broken"),
        ("scherm kapot", "broken"),
        ("in reparatie", "in_repair"),
        ("besteld", "ordered"),
        ("OK ", "in_use"),
        ("goed", "in_use"),
        ("Deprovisioned", "disposed"),
        ("Uitgeschreven", "disposed"),
        ("Ingericht", "in_use"),
        ("on order", "ordered"),
    ],
)
def test_a_status_is_known_in_dutch_and_english(text: str, status: str) -> None:
    remark = read_remark(text)
    assert remark.status == status
    assert remark.whole


@pytest.mark.parametrize(
    "text",
    [
        "",
        "blauw",
        "staat in de weg",
        "ligt altijd in de weg",
        "=blad|'vraag'!A0",
        "<script>alert(1)</script>",
        "niet defect",
    ],
)
def test_what_says_nothing_of_the_status_is_left_alone(text: str) -> None:
    assert not read_remark(text).understood


def test_a_status_in_passing_is_not_the_whole_remark() -> None:
    remark = read_remark("scherm was kapot maar is vervangen door de leverancier")
    assert remark.status == "broken"
    assert not remark.whole


@pytest.mark.parametrize(
    ("text", "part", "status"),
    [
        ("waarvan 3 in reparatie", 3, "in_repair"),
        ("waarvan 2 defect", 2, "broken"),
        ("2 stuks zijn kapot", 2, "broken"),
        ("twee afgevoerd", 2, "disposed"),
        ("2 of which are broken", 2, "broken"),
    ],
)
def test_a_number_before_a_status_speaks_of_part_of_the_lot(text: str, part: int, status: str) -> None:
    remark = read_remark(text)
    assert (remark.part, remark.part_status) == (part, status)


def test_part_of_a_lot_is_split_off_until_a_person_says_otherwise() -> None:
    issue = part_issue(read_remark("waarvan 3 in reparatie"), 15, "in_use")
    assert issue is not None
    assert issue.code == "mixed-status-in-lot"
    assert issue.options[0].change == {PART: (3, "in_repair")}
    assert [option.choice.code for option in issue.options] == ["split", "all_same", "all_part"]


def test_all_of_a_lot_is_no_part_of_it() -> None:
    assert part_issue(read_remark("2 defect"), 2, "in_use") is None


def test_more_than_the_lot_questions_its_count() -> None:
    issue = part_issue(read_remark("5 defect"), 2, "in_use")
    assert issue is not None
    assert issue.code == "note-questions-count"


@pytest.mark.parametrize(
    "text", ["uitgeleend aan andere school van het bestuur", "aantal nog controleren", "lent to another school", "??"]
)
def test_a_doubt_about_the_count_is_a_doubt(text: str) -> None:
    assert read_remark(text).doubt


def test_lent_to_a_pupil_is_simply_in_use() -> None:
    assert read_remark("uitgeleend").status == "in_use"
    assert read_remark("uitgeleend").doubt is None


@pytest.mark.parametrize(
    ("heading", "text", "status"),
    [
        ("defect", "ja", "broken"),
        ("defect", "nee", "in_use"),
        ("in gebruik", "x", "in_use"),
        ("werkt", "nee", "broken"),
    ],
)
def test_yes_and_no_are_read_by_their_heading(heading: str, text: str, status: str) -> None:
    assert read_remark(text, heading).status == status


def test_of_two_that_contradict_the_worse_holds() -> None:
    assert conflict_options("spare", "broken")[0].change == {"status": "broken"}


def test_only_known_words_of_a_remark_are_shown() -> None:
    assert read_remark("uitgeleend aan andere school, via Emma de Vries").fragment == "uitgeleend aan andere school"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("nee, bij de helpdesk voor reparatie", "in_repair"),
        ("nee, allebei stuk", "broken"),
        ("ja, reserve", "spare"),
        ("via de leverancier opgestuurd", "in_repair"),
        ("gedesinvesteerd 07-2016", "disposed"),
        ("gloednieuw", "in_use"),
    ],
)
def test_an_answer_and_with_whom_a_device_is_leave_no_doubt_of_its_state(text: str, status: str) -> None:
    remark = read_remark(text)
    assert (remark.status, remark.opens, remark.part) == (status, True, None)


@pytest.mark.parametrize("text", ["weg, zoek sinds kerst", "weg (gestolen)", "kwijt, al een tijd weg"])
def test_what_is_away_and_missing_was_not_disposed_of(text: str) -> None:
    assert read_remark(text).status == "missing"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Accu vervangen in mei, werkt weer goed.", "in_use"),
        ("Toets A ontbreekt maar werkt verder.", "in_use"),
        ("Teruggevonden in de kast van groep 4, gewoon in gebruik.", "in_use"),
        ("1 met barst, werkt nog", "in_use"),
        ("Scherm gebarsten, kan niet meer gebruikt worden.", "broken"),
        ("stuk, wacht op afvoer", "broken"),
        ("Defect: klaar voor de kringloop", "broken"),
        ("Meegegeven aan de milieustraat.", "disposed"),
        ("weggebracht naar de milieustraat", "disposed"),
    ],
)
def test_a_sentence_on_a_device_leaves_nothing_to_ask(text: str, status: str) -> None:
    remark = read_remark(text)
    assert (remark.status, remark.opens, remark.part) == (status, True, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("laptop ontbreekt maar werkt", "missing"),
        ("afgevoerd, werkt nog", "disposed"),
        ("2 kapot, werkt nog", None),
        ("1 barst, 2 kapot, werkt nog", None),
    ],
)
def test_a_device_that_is_not_there_does_not_work_again(text: str, status: str | None) -> None:
    assert read_remark(text).status == status
