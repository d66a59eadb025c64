"""What fills and strike-through say: by a legend, asked about once, or nothing at all."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from planning.inventory.guidance import Guidance
from planning.inventory.read.marks import Meaning, colour_of, meaning_of
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from tests.inventory.lists import TODAY, column, problem_places
from tests.making import saved

RED, YELLOW, GREEN = "FFFF0000", "FFFFFF00", "FF92D050"
HEADER = ("Soort", "Merk", "Model", "Serienummer", "Aanschaf", "Status")


def looking(
    fills: dict[int, str],
    *,
    struck: tuple[int, ...] = (),
    status: dict[int, str] | None = None,
    legend: tuple[tuple[str, str | None], ...] = (),
    devices: int = 8,
) -> bytes:
    """A list of laptops of which some rows have a fill or are struck through, with a legend below or none."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lijst"
    sheet.append(HEADER)
    for n in range(devices):
        sheet.append(("laptop", "HP", "250 G5", f"5CD00000{n:02}", "2016", (status or {}).get(n + 2, "")))
        for cell in sheet[n + 2]:
            if n + 2 in fills:
                cell.fill = PatternFill("solid", fgColor=fills[n + 2])
            cell.font = Font(strike=n + 2 in struck)
    for place, (text, fill) in enumerate(legend, start=devices + 4):
        cell = sheet.cell(place, 1, text)
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)
    return saved(book)


def read(content: bytes, answers: dict[str, str] | None = None) -> Reading:
    return read_inventory(content, "lijst.xlsx", Guidance(TODAY, answers=answers or {}))


def test_a_legend_in_words_gives_a_colour_its_meaning() -> None:
    reading = read(looking({3: RED, 5: RED}, legend=(("Legenda:", None), ("rood = defect", None))))
    assert [row for row, s in zip(column(reading, "row"), column(reading, "status"), strict=True) if s == "broken"] == [
        3,
        5,
    ]
    assert problem_places(reading) == []


def test_a_coloured_cell_of_the_legend_is_a_sample_of_its_colour() -> None:
    reading = read(looking({4: GREEN}, legend=(("in reparatie", GREEN),)))
    assert column(reading, "status")[2] == "in_repair"


@pytest.mark.parametrize("entry", ["in reparatie (rood)", "Rode regels zijn in reparatie", "rood is in reparatie"])
def test_a_legend_may_name_its_colour_anywhere(entry: str) -> None:
    assert column(read(looking({4: RED}, legend=((entry, None),))), "status")[2] == "in_repair"


def test_a_legend_can_say_whose_devices_are() -> None:
    reading = read(looking({4: YELLOW}, legend=(("Geel: leerkrachten", YELLOW),)))
    assert column(reading, "audience")[2] == "staff"


def test_a_colour_nobody_explains_is_asked_about_once() -> None:
    reading = read(looking({3: YELLOW, 6: YELLOW, 8: YELLOW}))
    assert problem_places(reading) == [(3, "colour-unexplained")]
    assert [place for place in problem_places(reading, "info") if "colour" in place[1]] == [
        (6, "colour-as-row"),
        (8, "colour-as-row"),
    ]
    assert set(column(reading, "status")) == {"in_use"}


def test_the_answer_about_a_colour_holds_for_all_its_rows() -> None:
    content = looking({3: YELLOW, 6: YELLOW})
    question = read(content).open_problems[0]
    assert column(read(content, {question.key: "colour_broken"}), "status").count("broken") == 2
    assert column(read(content, {question.key: "colour_staff"}), "audience").count("staff") == 2
    assert read(content, {question.key: "colour_nothing"}).open_problems == ()


def test_a_colour_on_most_rows_or_on_every_second_is_decoration() -> None:
    assert problem_places(read(looking(dict.fromkeys(range(2, 10), YELLOW)))) == []
    assert problem_places(read(looking(dict.fromkeys(range(2, 14, 2), YELLOW), devices=12))) == []


def test_a_colour_that_contradicts_the_status_is_asked_and_the_worse_holds() -> None:
    reading = read(looking({3: RED}, status={3: "in gebruik"}, legend=(("rood = defect", RED),)))
    assert problem_places(reading) == [(3, "colour-conflict")]
    assert column(reading, "status")[1] == "broken"


@pytest.mark.parametrize(
    "line",
    [
        "groen = doet het | rood = stuk",
        "groen: werkt, rood: kapot",
        "Rood = defect / groen = goed",
        "rood is kapot; groen is goed",
        "groen = in gebruik rood = kapot",
    ],
)
def test_one_line_can_explain_several_colours(line: str) -> None:
    fills = dict.fromkeys(range(2, 10), GREEN) | {5: RED}
    own = {row: "in gebruik" if row != 5 else "" for row in range(2, 10)}
    reading = read(looking(fills, status=own, legend=((line, None),)))
    assert problem_places(reading) == []
    assert column(reading, "status") == ["in_use"] * 3 + ["broken"] + ["in_use"] * 4


def test_a_colour_that_contradicts_the_status_in_many_rows_is_asked_once() -> None:
    rows = {3: RED, 4: RED, 5: RED}
    reading = read(looking(rows, status=dict.fromkeys(rows, "in gebruik"), legend=(("rood = defect", RED),)))
    assert problem_places(reading) == [(3, "colour-conflict")]
    question = reading.open_problems[0]
    assert column(reading, "status")[1:4] == ["broken"] * 3
    answered = read(
        looking(rows, status=dict.fromkeys(rows, "in gebruik"), legend=(("rood = defect", RED),)),
        {question.key: "status_in_use"},
    )
    assert column(answered, "status")[1:4] == ["in_use"] * 3


def test_what_is_struck_through_is_gone_and_said_so() -> None:
    reading = read(looking({}, struck=(4,)))
    assert column(reading, "status")[2] == "disposed"
    assert (4, "struck-through") in problem_places(reading, "info")


def test_what_is_struck_through_and_in_use_is_asked() -> None:
    reading = read(looking({}, struck=(4,), status={4: "in gebruik"}))
    assert problem_places(reading) == [(4, "struck-conflict")]


def test_a_colour_has_the_name_a_person_gives_it() -> None:
    names = {"FF0000": "red", "FFC7CE": "red", "FFFF00": "yellow", "C6EFCE": "green"}
    names |= {"ED7D31": "orange", "92D050": "green", "9BC2E6": "blue", "BFBFBF": "grey", "7030A0": "purple"}
    assert {fill: colour_of(fill) for fill in names} == names


def test_a_meaning_is_a_status_or_users_or_unknown() -> None:
    assert meaning_of("moet gerepareerd worden / kapot") == Meaning(status="broken")
    assert meaning_of("personeel") == Meaning(audience="staff")
    assert not meaning_of("zie Ilse").is_known


LIST = "Soort;Merk;Serienummer;Aanschaf;\nlaptop;HP;5CD1234561;2016;{beside}\nlaptop;HP;5CD1234562;2016;\n"


@pytest.mark.parametrize(
    "text",
    [
        "rood = defect\n\n" + LIST.format(beside=""),
        LIST.format(beside="") + "\nRode regels zijn kapot\n",
        LIST.format(beside="rood = defect"),
    ],
    ids=["above", "below", "beside"],
)
def test_where_a_csv_explains_colours_it_is_said_that_it_shows_none(text: str) -> None:
    reading = read(text.encode())
    said = [problem for problem in reading.problems if problem.code == "colours-unseen"]
    assert [(problem.severity, problem.values["colour"]) for problem in said] == [("info", "red")]


def test_of_a_csv_without_a_legend_nothing_is_said_of_colours() -> None:
    text = LIST.format(beside="").replace("HP;5CD1234561", "HP rood;5CD1234561")
    assert "colours-unseen" not in {problem.code for problem in read(text.encode()).problems}


def test_a_workbook_that_shows_its_colours_is_not_told_of() -> None:
    reading = read(looking({3: RED}, legend=(("rood = defect", RED),)))
    assert "colours-unseen" not in {problem.code for problem in reading.problems}


def test_devices_written_in_a_colour_nobody_explains_are_asked_about_once() -> None:
    book = load_workbook(BytesIO(looking({})))
    for cell in book.active[4]:
        cell.font = Font(color=RED)
    assert problem_places(read(saved(book))) == [(4, "colour-unexplained")]


def test_rules_that_colour_cells_are_said() -> None:
    book = load_workbook(BytesIO(looking({})))
    assert "colours-by-rules" not in dict(problem_places(read(saved(book)), "info")).values()
    rule = CellIsRule(operator="equal", formula=['"kapot"'], fill=PatternFill("solid", bgColor=RED))
    book.active.conditional_formatting.add("F2:F9", rule)
    assert (None, "colours-by-rules") in problem_places(read(saved(book)), "info")
