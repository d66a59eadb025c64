"""Csv as programs and people save it."""

import pytest

from planning.inventory.read.reader import read_inventory
from planning.workbooks.csv_files import read_csv
from planning.workbooks.model import FileRefused

LINES = "Soort;Merk;Opmerking\nlaptop;HP;café\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    assert read_csv(LINES.replace(";", separator).encode()) == [
        ["Soort", "Merk", "Opmerking"],
        ["laptop", "HP", "café"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert read_csv(LINES.encode(encoding))[1] == ["laptop", "HP", "café"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_row(line_end: str) -> None:
    assert len(read_csv(LINES.replace("\n", line_end).encode())) == 2


def test_a_comma_in_a_price_does_not_part_a_semicolon_file() -> None:
    assert read_csv(b"Merk;Prijs\nHP;249,50\nAcer;199,00\n")[1] == ["HP", "249,50"]


def test_a_line_break_within_quotes_stays_in_its_cell() -> None:
    assert read_csv(b'Soort;Opmerking\nlaptop;"scherm\nkapot"\n')[1] == ["laptop", "scherm\nkapot"]


def test_short_rows_are_made_as_wide_as_the_others() -> None:
    assert read_csv(b"a;b;c\n1\n")[1] == ["1", "", ""]


def test_excels_own_first_line_is_no_row() -> None:
    assert read_csv(b"sep=,\r\nSoort,Merk\r\nlaptop,HP;x\r\n") == [["Soort", "Merk"], ["laptop", "HP;x"]]


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        read_csv(b'Soort;Merk\n"' + b"x" * 200_000)
    assert refused.value.code == "damaged"


def test_a_csv_is_read_whatever_its_name() -> None:
    reading = read_inventory(b"Soort;Merk;Aantal\nlaptop;HP;3\n", "lijst.xlsx")
    assert reading.file.format == "csv"
    assert reading.devices["count"].tolist() == [3]


SENTENCES = (
    "16 chromebooks Dell 3180, gekocht 2017, groep 5\n"
    "8 iPads, gekocht 2016, groep 2\n"
    '"4 laptops HP ProBook 430; gekocht 2018; lokaal 9"\n'
    "22 chromebooks Asus C213, 229,95 per stuk, groep 8\n"
)


def test_sentences_with_commas_are_one_column() -> None:
    assert read_csv(SENTENCES.encode())[:3] == [
        ["16 chromebooks Dell 3180, gekocht 2017, groep 5"],
        ["8 iPads, gekocht 2016, groep 2"],
        ["4 laptops HP ProBook 430; gekocht 2018; lokaal 9"],
    ]


def test_the_devices_of_sentences_in_a_csv_are_read() -> None:
    assert read_inventory(SENTENCES.encode(), "devices.csv").devices["count"].tolist() == [16, 8, 4, 22]


def test_cells_under_headings_may_have_a_space_before_them() -> None:
    assert read_csv(b"Soort, Merk, Aantal\nlaptop, HP, 3\n")[1] == ["laptop", " HP", " 3"]


@pytest.mark.parametrize(
    ("name", "field", "said"), [("Afgevoerd.csv", "status", "disposed"), ("Groep 3.csv", "location", "Groep 3")]
)
def test_the_name_of_a_csv_says_what_the_name_of_a_sheet_does(name: str, field: str, said: str) -> None:
    reading = read_inventory(b"Soort;Merk;Serienummer\nlaptop;HP;5CD1234567\nlaptop;HP;5CD1234568\n", name)
    assert reading.devices[field].tolist() == [said, said]
