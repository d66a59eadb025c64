"""The product's own template: what a coordinator opens, fills in and sends back."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from planning.core.translation import use_language
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import AUDIENCES, FIELDS, KINDS, STATUSES, Reading
from planning.inventory.write.template import HEADINGS, make_template, template_words


@pytest.fixture(autouse=True)
def dutch_again() -> Iterator[None]:
    yield
    use_language("nl")


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def header(workbook: Workbook, sheet: str = "Inventaris") -> list[str]:
    return [cell.value for cell in workbook[sheet][4]]


def test_the_header_stands_in_row_four() -> None:
    assert header(opened(make_template())) == [
        "Soort", "Merk", "Model", "Serienummer", "Aantal", "Aanschafdatum", "Prijs per stuk (incl. btw)", "Status",
        "Voor wie", "Plaats of groep", "Updates tot", "Opmerking",
    ]  # fmt: skip


def test_the_title_names_the_school() -> None:
    assert opened(make_template("03UY00", "De Brink"))["Inventaris"]["A1"].value == "Inventaris De Brink (03UY00)"


def test_a_school_called_like_a_formula_stays_text() -> None:
    cell = opened(make_template(None, "=blad|'vraag'!A0"))["Inventaris"]["A1"]
    assert cell.data_type == "s"
    assert cell.value == "Inventaris =blad|'vraag'!A0"


def test_the_explanation_tells_whose_template_it_is() -> None:
    assert opened(make_template())["Uitleg"]["A1"].value == "Vlootplan sjabloon"


def test_it_speaks_english_on_request() -> None:
    use_language("en")
    workbook = opened(make_template())
    assert workbook.sheetnames == ["Inventory", "Example", "Guide", "Lists"]
    assert workbook["Guide"]["A1"].value == "Vlootplan template"
    assert header(workbook, "Inventory")[:3] == ["Kind", "Brand", "Model"]


def test_every_heading_explains_itself_in_a_note() -> None:
    assert all(cell.comment for cell in opened(make_template())["Inventaris"][4])


def test_the_drop_downs_point_at_the_lists() -> None:
    workbook = opened(make_template())
    lists = {
        str(v.sqref): v.formula1 for v in workbook["Inventaris"].data_validations.dataValidation if v.type == "list"
    }
    assert lists == {
        "A5:A2000": "'Lijsten'!$A$2:$A$11",
        "H5:H2000": "'Lijsten'!$B$2:$B$8",
        "I5:I2000": "'Lijsten'!$C$2:$C$3",
    }
    assert workbook["Lijsten"]["A11"].value == "overig"
    assert workbook["Lijsten"]["B8"].value == "besteld"


def test_dates_and_serial_numbers_stay_as_typed() -> None:
    columns = opened(make_template())["Inventaris"].column_dimensions
    assert [columns[letter].number_format for letter in "DFK"] == ["@", "@", "@"]


def test_the_example_shows_devices_and_lots() -> None:
    rows = list(opened(make_template())["Voorbeeld"].iter_rows(min_row=5, values_only=True))
    assert len(rows) == 12
    assert {row[7] for row in rows} == {"in gebruik", "in reparatie", "reserve", "defect"}
    assert [row[4] for row in rows if row[3] is None and row[0] == "chromebook"] == [16, 12]


def test_its_words_are_those_of_a_reading() -> None:
    assert tuple(template_words()["kind"]) == KINDS
    assert set(template_words()["status"]) == set(STATUSES) - {"unknown"}
    assert set(template_words()["audience"]) == set(AUDIENCES) - {"unknown"}
    assert {heading.field for heading in HEADINGS} <= set(FIELDS)


def test_the_same_template_has_the_same_bytes() -> None:
    assert make_template("03UY00", "De Brink") == make_template("03UY00", "De Brink")


def filled(language: str, rows: list[dict[str, object]]) -> Reading:
    """The template in `language` with these rows, saved and read again."""
    use_language(language)
    workbook = opened(make_template("03UY00", "De Brink"))
    fields = [heading.field for heading in HEADINGS]
    for row, values in enumerate(rows, start=5):
        for field, value in values.items():
            workbook.worksheets[0].cell(row, fields.index(field) + 1).value = value
    raw = BytesIO()
    workbook.save(raw)
    return read_inventory(raw.getvalue(), "inventaris.xlsx", Guidance(date(2018, 5, 1)))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "field",
    [
        "kind",
        "status",
        "audience",
    ],
)
def test_every_word_of_a_drop_down_is_read_as_its_code(language: str, field: str) -> None:
    use_language(language)
    words = template_words()
    rows = [
        {"kind": words["kind"]["laptop"], "brand": "HP", "model": "ProBook 450 G3", "purchased": "2016"}
        for _ in words[field]
    ]
    for row, word in zip(rows, words[field].values(), strict=True):
        row[field] = word
        row["model"] = "" if field == "kind" else row["model"]
    reading = filled(language, rows)
    assert list(reading.devices[field]) == list(words[field])
    assert reading.open_problems == ()


def test_a_filled_template_comes_through_whole() -> None:
    reading = filled(
        "nl",
        [
            {"kind": "chromebook", "model": "Chromebook 11 G5 EE", "count": 16, "purchased": "3-4-2017", "price": 279},
            {
                "kind": "tablet",
                "brand": "Apple",
                "model": "iPad Air",
                "serial": "DMPJ1QX9DKPH",
                "purchased": "september 2014",
                "support_until": "31-3-2019",
                "audience": "personeel",
                "status": "reserve",
                "location": "groep 1/2",
            },
            {"kind": "desktop", "purchased": "2016-2017"},
        ],
    )
    assert reading.layout == "template"
    assert reading.open_problems == ()
    devices = reading.devices
    assert list(devices["count"]) == [16, 1, 1]
    assert list(devices["purchased_precision"]) == ["day", "month", "school_year"]
    assert list(devices["purchased_earliest"]) == [date(2017, 4, 3), date(2014, 9, 1), date(2016, 8, 1)]
    assert devices["price_cents"][0] == 27_900
    assert devices["serial"][1] == "DMPJ1QX9DKPH"
    assert devices["support_until"][1] == date(2019, 3, 31)
    assert (devices["status"][1], devices["audience"][1], devices["location"][1]) == ("spare", "staff", "groep 1/2")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_own_examples_are_never_read_as_devices(language: str) -> None:
    reading = filled(language, [{"kind": "laptop", "purchased": "2016"}])
    assert len(reading.devices) == 1
    assert sum(sheet.used for sheet in reading.sheets) == 1
