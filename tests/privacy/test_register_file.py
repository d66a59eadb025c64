"""A register from somebody's own workbook: headings in any order, and what cannot be read told by row."""

from datetime import date

import pytest

from planning.privacy.register_file import FIELDS, read_entries
from planning.privacy.register_tables import register_excel
from planning.privacy.registers import Entry, Processing, Processor
from planning.workbooks.model import FileRefused
from planning.workbooks.table import columns_of
from tests.making import workbook
from tests.own_board import BOARD


def test_columns_are_known_by_their_headings_in_any_order() -> None:
    headings = ["Nr", "Doel(einden) van de verwerking", "Naam verwerking", "Wettelijke grondslag", "Opmerking"]
    columns = columns_of(headings, FIELDS[Processing], begins=True)
    assert columns == {"purpose": 1, "name": 2, "legal_basis": 3}


def test_an_activity_is_read_from_its_row() -> None:
    content = workbook(
        [
            ("Register van verwerkingsactiviteiten",),
            (),
            ("Verwerking", "Grondslag", "Verwerkers", "Bewaartermijn"),
            ("Leerlingdossier", "Algemeen belang (art. 6 e)", "Leveranciers BV; Toetsen BV", "2 jaar na vertrek"),
        ]
    )
    found = read_entries(content, "register.xlsx", Processing)
    assert [(row.row, dict(row.values)) for row in found.rows] == [
        (
            4,
            {
                "name": "Leerlingdossier",
                "legal_basis": "public_task",
                "processors": ("Leveranciers BV", "Toetsen BV"),
                "retention": "2 jaar na vertrek",
            },
        )
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (date(2017, 9, 1), date(2017, 9, 1)),
        ("1-9-2017", date(2017, 9, 1)),
        ("01/09/2017", date(2017, 9, 1)),
        ("2017-09-01", date(2017, 9, 1)),
        ("nee", None),
        ("-", None),
    ],
)
def test_the_date_of_a_signature_is_read_as_people_write_it(cell: object, read: date | None) -> None:
    found = read_entries(workbook([("Partij", "Getekend"), ("A BV", cell)]), "lijst.xlsx", Processor)
    assert found.rows[0].values.get("signed_on") == read
    assert found.problems == ()


@pytest.mark.parametrize(("cell", "read"), [("3.0", "3.0"), (4, "4.0"), ("model 2.0", "2.0"), ("eigen tekst", "own")])
def test_the_version_of_the_model_is_read(cell: object, read: str) -> None:
    found = read_entries(workbook([("Partij", "Model"), ("A BV", cell)]), "lijst.xlsx", Processor)
    assert found.rows[0].values["model"] == read


def test_what_cannot_be_read_is_told_by_row_and_column_and_the_rest_comes_in() -> None:
    content = workbook(
        [
            ("Leverancier", "Model", "Getekend op"),
            ("A BV", "zeven", "31-2-2018"),
            (None, "3.0", None),
            ("B BV", "3.0", "ja"),
            ("a  bv", "4.0", None),
        ]
    )
    found = read_entries(content, "lijst.xlsx", Processor)
    assert [dict(row.values) for row in found.rows] == [{"party": "A BV"}, {"party": "B BV", "model": "3.0"}]
    assert [(one.code, one.row, one.column, one.as_written) for one in found.problems] == [
        ("model_unknown", 2, "B", "zeven"),
        ("date_unreadable", 2, "C", "31-2-2018"),
        ("no_name", 3, None, ""),
        ("date_unreadable", 4, "C", "ja"),
        ("double", 5, None, "a bv"),
    ]


def test_a_workbook_without_the_headings_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        read_entries(workbook([("Soort", "Merk"), ("laptop", "HP")]), "devices.xlsx", Processing)
    assert refused.value.code == "no_register"


@pytest.mark.parametrize(
    "entry",
    [
        Processing("=1+1", "Doel", "consent", "Ouders", "Foto’s", "", "1 jaar", "Directeur", ("A BV", "B BV")),
        Processor("@A BV", "-Dienst", "own", date(2017, 9, 1), date(2019, 8, 31)),
    ],
)
def test_a_register_that_was_handed_out_reads_back_the_same(entry: Entry) -> None:
    content = register_excel(type(entry), [entry], date(2018, 5, 1), {}, BOARD)
    found = read_entries(content, "register.xlsx", type(entry))
    assert [type(entry)(**row.values) for row in found.rows] == [entry]
    assert found.problems == ()
