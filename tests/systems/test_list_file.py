"""A list of systems from a workbook: by its headings, what cannot be read told by row; our own comes back as it was."""

from datetime import date

import pytest

from planning.core.translation import use_language
from planning.organisation.records import School
from planning.systems.functions import functions_of
from planning.systems.list_file import SystemsFile, headings_of, read_lines
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.messages import problem, refusal
from planning.systems.model import SystemLine
from planning.systems.words import TITLES
from planning.workbooks.model import FileRefused
from tests.making import Rows, workbook
from tests.own_board import BOARD
from tests.systems.made import ANNA, AS_OF, LINDE

SCHOOLS = (School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo"))
FUNCTIONS = functions_of(())
FULL = SystemLine(
    LINDE, "las", "Berk", "Leveranciers BV", "basis", "Directeur", "ICT-coördinator", "eu", "3.0", date(2018, 1, 31),
    True, ("covenant", "edu_v"), True, "Naam; BSN", "to_do", ("UWLR", "OSO"), True, False, None, date(2016, 8, 1),
    date(2019, 7, 31), date(2019, 4, 30), "automatic", 7_95, 1_250_50, "phasing_out", "replace", "=1+1",
    date(2018, 4, 1), 4, "school", date(2012, 8, 1), date(2019, 7, 31),
)  # fmt: skip


def read(rows: Rows, *schools: School) -> SystemsFile:
    return read_lines(workbook(rows), "lijst.xlsx", schools or SCHOOLS, FUNCTIONS)


def codes(found: SystemsFile) -> list[tuple[str, int | None]]:
    return [(one.code, one.row) for one in found.problems]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_our_own_export_is_read_back_as_it_was(language: str) -> None:
    use_language(language)
    lines = [FULL, SystemLine(ANNA, "parents", "Eik", has_personal_data=False)]
    content = lines_excel(lines_frame(lines, SCHOOLS, FUNCTIONS), BOARD, AS_OF)
    found = read_lines(content, "systemen.xlsx", SCHOOLS, FUNCTIONS)
    assert found.problems == ()
    assert [SystemLine(row.school_id, row.function, **row.values) for row in found.rows] == lines


def test_every_field_stands_under_one_heading_and_no_two_fields_share_one() -> None:
    headings = [heading for name in ("brin", *TITLES) for heading in {one.casefold() for one in headings_of(name)}]
    assert len(headings) == len(set(headings))


def test_a_form_to_fill_in_asks_for_every_function_and_its_empty_rows_say_nothing() -> None:
    frame = lines_frame([FULL], SCHOOLS[:1], FUNCTIONS, to_fill_in=True)
    assert len(frame) == len(FUNCTIONS)
    found = read_lines(lines_excel(frame, BOARD, AS_OF), "form.xlsx", SCHOOLS, FUNCTIONS)
    assert (len(found.rows), found.empty, found.problems) == (1, len(FUNCTIONS) - 1, ())


def test_a_list_of_ones_own_is_known_by_other_headings_in_any_order() -> None:
    found = read(
        [
            ("Pakket", "Categorie", "Schoolnaam", "Einddatum", "Kosten"),
            ("Berk", "LAS", "de linde", "31-7-2019", "€ 1.250,-"),
            ("Eik", "Leerlingvolgsysteem", "Sint Anna", "", 995.5),
        ]
    )
    assert [(row.school_id, row.function, dict(row.values)) for row in found.rows] == [
        (LINDE, "las", {"system": "Berk", "ends_on": date(2019, 7, 31), "per_school_cents": 1_250_00}),
        (ANNA, "lvs", {"system": "Eik", "per_school_cents": 995_50}),
    ]


def test_of_the_one_school_of_a_coordinator_the_school_need_not_be_said() -> None:
    found = read([("Functie", "Systeem"), ("LAS", "Berk")], SCHOOLS[0])
    assert [row.school_id for row in found.rows] == [LINDE]
    assert codes(read([("Functie", "Systeem"), ("LAS", "Berk")])) == [("no_school", 2)]


@pytest.mark.parametrize(
    ("row", "code", "says"),
    [
        (("De Linde", "LAS", "", "31-7-2019"), "no_system", "nog geen systeem"),
        (("De Eik", "LAS", "Berk", ""), "school_unknown", "‘De Eik’"),
        (("De Linde", "", "Berk", ""), "no_function", "‘Berk’"),
        (("De Linde", "Kantine", "Berk", ""), "function_unknown", "‘Kantine’"),
        (("De Linde", "Digibord software", "Berk", ""), "function_near", "digibordsoftware"),
        (("De Linde", "LAS", "Berk", "volgend jaar"), "date_unreadable", "‘volgend jaar’"),
    ],
)
def test_what_cannot_be_read_is_told_by_row(row: tuple[str, ...], code: str, says: str) -> None:
    found = read([("School", "Functie", "Systeem", "Contract tot"), row])
    assert codes(found) == [(code, 2)]
    assert says in problem(found.problems[0])


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("SSO", "misschien", "yes_or_no"),
        ("Kosten per leerling", "een tientje", "amount_unreadable"),
        ("Kosten per leerling", -5, "amount_unreadable"),
        ("Tevredenheid", 6, "satisfaction_unreadable"),
        ("Oordeel", "prima", "unknown_judgement"),
        ("Eigenaar", "Ahmed", "role_is_name"),
        ("Verwerkersovereenkomst", "iets", "model_unknown"),
        ("Keurmerk", "ISO", "unknown_marks"),
    ],
)
def test_a_cell_that_cannot_be_read_leaves_the_rest_of_its_row(heading: str, cell: object, code: str) -> None:
    found = read([("School", "Functie", "Systeem", heading), ("De Linde", "LAS", "Berk", cell)])
    assert codes(found) == [(code, 2)]
    assert [dict(row.values) for row in found.rows] == [{"system": "Berk"}]
    assert "{" not in problem(found.problems[0])
    if code == "role_is_name":
        assert "Ahmed" not in problem(found.problems[0])


@pytest.mark.parametrize(
    ("written", "cents"),
    [("7,95", 7_95), ("€ 7.95", 7_95), ("1.250", 1_250_00), ("1.250,50", 1_250_50), ("1,250.50", 1_250_50), (8, 8_00),
     (0.005, 1), ("12.345.678", 12_345_678_00)],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(written: object, cents: int) -> None:
    found = read([("School", "Functie", "Systeem", "Kosten per jaar"), ("De Linde", "LAS", "Berk", written)])
    assert found.rows[0].values["per_school_cents"] == cents


def test_the_same_system_twice_for_a_school_and_function_comes_in_once() -> None:
    rows = [("School", "Functie", "Systeem"), ("De Linde", "LAS", "Berk"), ("De Linde", "LAS", "BERK")]
    found = read(rows)
    assert (len(found.rows), codes(found)) == (1, [("double", 3)])


def test_a_list_of_something_else_is_refused_in_words() -> None:
    with pytest.raises(FileRefused) as raised:
        read([("Soort", "Merk"), ("laptop", "HP")])
    assert "geen rij met kopjes als ‘School’, ‘Functie’" in refusal(raised.value)
