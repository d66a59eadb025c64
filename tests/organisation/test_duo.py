"""DUO's files as they are: padding, blanks, quotes, two forms, and rows that cannot be read."""

from datetime import date

import pytest

from planning.core.paths import EXAMPLES
from planning.core.translation import use_language
from planning.organisation import messages
from planning.organisation.duo import (
    AGE_COLUMNS,
    PUPIL_COLUMNS,
    SCHOOL_COLUMNS,
    read_pupil_file,
    read_school_file,
)
from planning.organisation.places import proper_case
from planning.workbooks.model import FileRefused, Problem

DUO = EXAMPLES / "duo"
DYNAMIEK, SPOV, PRISMA = "47920", "44397", "47959"

AGES = ["LEEFTIJD_JONGER", *(f"LEEFTIJD_{age}" for age in range(4, 25)), "LEEFTIJD_OUDER"]
HEADER = ";".join(
    (
        "PEILDATUM", "BRIN_NUMMER", "VESTIGINGSNUMMER", "INSTELLINGSNAAM_VESTIGING", "PLAATSNAAM", "GEMEENTENUMMER",
        "SOORT_PO", "BEVOEGD_GEZAG_NUMMER", *AGES, "TOTAAL",
    )
)  # fmt: skip
SCHOOL_HEADER = (
    "BEVOEGD GEZAG NUMMER;BRIN NUMMER;INSTELLINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;"
    "GEMEENTENUMMER;GEMEENTENAAM;INTERNETADRES"
)


def row(
    brin="03QE",
    location="00",
    name="De Klimboom",
    kind="Bo",
    board="47920",
    day="20161001",
    fours=5,
    fives="0",
    total=None,
):
    ages = ["0", str(fours), str(fives), *["0"] * 20]
    cells = [day, brin, location, name, "SWOLGEN", " 507", kind, board, *ages, str(fours if total is None else total)]
    return ";".join(cells)


def read(*rows, header=HEADER, ends="\n", encoding="cp1252"):
    return read_pupil_file(ends.join([header, *rows, ""]).encode(encoding))


def problems(file):
    return [(problem.row, problem.column, problem.as_written, problem.code) for problem in file.problems]


@pytest.fixture(autouse=True)
def _dutch():
    use_language("nl")
    yield
    use_language("nl")


def test_a_row_becomes_a_school_with_its_pupils_by_age():
    school = read(row(fours=5, fives=7, total=12)).pupils.iloc[0]

    assert list(school.index) == list(PUPIL_COLUMNS)
    assert (school.board_id, school.school_id, school["name"], school.place) == (
        "47920", "03QE00", "De Klimboom", "Swolgen",
    )  # fmt: skip
    assert (school.kind, school.count_date) == ("Bo", date(2016, 10, 1))
    assert (school.age_4, school.age_5, school.age_25, school.total) == (5, 7, 0, 12)


def test_the_main_site_is_00_whether_excel_kept_the_zeros_or_not():
    assert [read(row(location=text)).pupils.school_id[0] for text in ("00", "0", " 0", "03QE00")] == ["03QE00"] * 4


def test_padding_quotes_and_accents_are_read_as_meant():
    names = [f"Sint Anna{' ' * 80}", '"BS ""De Maasparel"""', "Mariaschool  Reünie"]
    schools = read(*(row(brin=f"03Q{letter}", name=name) for letter, name in zip("EFG", names, strict=True))).pupils

    assert list(schools.name) == ["Sint Anna", 'BS "De Maasparel"', "Mariaschool Reünie"]


def test_utf8_with_its_mark_is_read_as_well_as_8_bit_text():
    assert read(row(name="Reünie"), encoding="utf-8-sig").pupils.name[0] == "Reünie"


@pytest.mark.parametrize("ends", ["\r", "\r\n", "\n"])
def test_every_line_end_is_accepted(ends):
    assert len(read(row(), row(brin="03QF"), ends=ends).pupils) == 2


def test_a_line_about_the_file_above_the_header_is_passed_over():
    file = read(row(), row(brin="X"), header=f"Leerlingen po; peildatum 1 oktober 2016\n\n{HEADER}")

    assert len(file.pupils) == 1
    assert file.problems[0].row == 5  # as Excel numbers them


def test_blank_rows_are_no_schools():
    file = read(row(), ";" * HEADER.count(";"), "")

    assert (len(file.pupils), file.problems) == (1, ())


def test_so_and_vso_of_one_school_are_summed():
    schools = read(row(kind="Vso", fours=4), row(brin="03QF", fours=1), row(kind="So", fours=3)).pupils

    assert list(schools.school_id) == ["03QE00", "03QF00"]
    assert list(schools.kind) == ["So/Vso", "Bo"]
    assert list(schools.total) == [7, 1]
    assert list(schools.age_4) == [7, 1]


@pytest.mark.parametrize(
    ("wrong", "column", "as_written", "code"),
    [
        ({"brin": "3QE"}, "BRIN_NUMMER", "3QE", "brin_unreadable"),
        ({"location": "hoofd"}, "VESTIGINGSNUMMER", "hoofd", "location_unreadable"),
        ({"location": "03QF00"}, "VESTIGINGSNUMMER", "03QF00", "location_unreadable"),
        ({"board": ""}, "BEVOEGD_GEZAG_NUMMER", "", "board_unreadable"),
        ({"day": "1 oktober"}, "PEILDATUM", "1 oktober", "date_unreadable"),
        ({"day": "2016111"}, "PEILDATUM", "2016111", "date_unreadable"),
        ({"day": "1-10-0016"}, "PEILDATUM", "1-10-0016", "date_unreadable"),
        ({"fives": "1.000.000.000.000.000.000"}, "LEEFTIJD_5", "1.000.000.000.000.000.000", "count_unreadable"),
        ({"fives": "<5"}, "LEEFTIJD_5", "<5", "count_hidden"),
        ({"fives": "-1"}, "LEEFTIJD_5", "-1", "count_hidden"),
        ({"fives": "vijf"}, "LEEFTIJD_5", "vijf", "count_unreadable"),
        ({"fives": "2", "total": 9}, "TOTAAL", "9", "total_differs"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_left_out(wrong, column, as_written, code):
    file = read(row(brin="03VB"), row(**wrong))

    assert list(file.pupils.school_id) == ["03VB00"]
    assert problems(file) == [(3, column, as_written, code)]


def test_a_row_with_too_few_cells_is_told():
    file = read(row(), "20161001;03QF;00")

    assert problems(file) == [(3, None, "20161001;03QF;00", "cells_missing")]


def test_a_file_of_nothing_but_unreadable_rows_has_no_schools():
    assert read(row(brin="?")).pupils.empty
    assert read("los").pupils.empty


def test_a_school_is_left_out_when_one_of_its_rows_cannot_be_read():
    file = read(row(kind="So"), row(kind="Vso", fours="<5", total=3), row(brin="03VB"))

    assert list(file.pupils.school_id) == ["03VB00"]
    assert [problem.code for problem in file.problems] == ["school_incomplete", "count_hidden"]


def test_the_same_row_twice_counts_once():
    file = read(row(fours=5), row(fours=5))

    assert list(file.pupils.total) == [5]
    assert problems(file) == [(3, "BRIN_NUMMER", "03QE", "double_row")]


def test_dates_and_thousands_as_excel_writes_them_are_read():
    school = read(row(day="1-10-2016", fours="1.250")).pupils.iloc[0]

    assert (school.count_date, school.total) == (date(2016, 10, 1), 1250)


def test_the_current_form_gives_counts_without_ages():
    file = read_pupil_file(
        b"INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,PEILJAAR,AANTAL_LEERLINGEN\n"
        b"03QE,03QE00,BO,2023,81\n03QE,00,BO,2024,84\n00AW,0,SO,2024,50\n00AW,0,VSO,2024,30\n03QF,00,BO,2024,-1\n"
    )

    assert list(file.pupils.columns) == list(PUPIL_COLUMNS)
    assert list(file.pupils.school_id) == ["03QE00", "03QE00", "00AW00"]
    assert list(file.pupils.total) == [81, 84, 80]
    assert list(file.pupils.kind) == ["Bo", "Bo", "So/Vso"]
    assert file.count_dates == (date(2023, 10, 1), date(2024, 10, 1))
    assert file.pupils[list(AGE_COLUMNS)].isna().all(axis=None)
    assert file.pupils[["board_id", "place", "name"]].to_numpy().tolist() == [[None, None, None]] * 3
    assert problems(file) == [(6, "AANTAL_LEERLINGEN", "-1", "count_hidden")]


def test_a_school_has_one_address_line_and_places_in_ordinary_letters():
    schools = read_school_file(
        f"{SCHOOL_HEADER}\n47920;09MO;De Kameleon;Past Tijssenstraat;18-A;5971vw;GRUBBENVORST; 507;"
        f"HORST AAN DE MAAS;www.dekameleon.nu{' ' * 80}\n".encode()
    ).schools

    assert list(schools.columns) == list(SCHOOL_COLUMNS)
    assert schools.iloc[0].to_dict() == {
        "board_id": "47920", "school_id": "09MO00", "name": "De Kameleon", "street": "Past Tijssenstraat 18-A",
        "postcode": "5971 VW", "place": "Grubbenvorst", "municipality": "Horst aan de Maas",
        "website": "www.dekameleon.nu",
    }  # fmt: skip


def test_the_current_list_of_schools_names_the_location():
    header = "BEVOEGD GEZAG NUMMER,INSTELLINGSCODE,VESTIGINGSCODE,VESTIGINGSNAAM,STRAATNAAM,HUISNUMMER-TOEVOEGING,"
    file = read_school_file(
        f"{header}POSTCODE,PLAATSNAAM,GEMEENTENAAM\n10249,16AH,16AH01,De Brink,Plein,2,7822 HG,EMMEN,EMMEN\n".encode()
    )

    assert list(file.schools.school_id) == ["16AH01"]
    assert list(file.schools.website) == [""]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'S-HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("DEN HAM OV", "Den Ham OV"),
        ("HEI- EN BOEICOP", "Hei- en Boeicop"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
    ],
)
def test_places_are_written_as_dutch_writes_them(written, meant):
    assert proper_case(written) == meant


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"B\0R\0I\0N\0", "no_text"),
        (b"merk;model\nHP;x360\n", "no_duo_file"),
        (f"{SCHOOL_HEADER}\n".encode(), "school_file_instead"),
        (f"{HEADER.replace('LEEFTIJD_9;', '')}\nx\n".encode(), "columns_missing"),
        (f"{HEADER.replace('TOTAAL', 'SOM')}\nx\n".encode(), "columns_missing"),
        (f"{HEADER}\n".encode(), "no_rows"),
    ],
)
def test_another_file_is_refused_with_a_reason(content, code):
    with pytest.raises(FileRefused) as refused:
        read_pupil_file(content)

    assert refused.value.code == code
    assert messages.refusal(refused.value)


def test_pupils_offered_as_schools_are_recognised():
    with pytest.raises(FileRefused) as refused:
        read_school_file(f"{HEADER}\n{row()}\n".encode())

    assert refused.value.code == "pupil_file_instead"


def test_missing_columns_are_named_as_duo_names_them():
    with pytest.raises(FileRefused) as refused:
        read("x", header=HEADER.replace("LEEFTIJD_9;", "").replace("PLAATSNAAM;", ""))

    assert refused.value.values["missing"] == "PLAATSNAAM, LEEFTIJD_9"


def test_a_problem_says_where_what_and_what_to_do():
    text = messages.problem(Problem("", 12, "LEEFTIJD_5", "must", "count_hidden", "<5"))

    assert text == (
        "Rij 12, kolom LEEFTIJD_5: er staat ‘<5’. DUO verbergt hier kleine aantallen. "
        "Vul de leerlingen van deze school zelf in."
    )


@pytest.mark.parametrize("code", [*messages._PROBLEMS, *messages._REFUSALS])
def test_every_message_has_dutch_words_of_its_own(code):
    def text():
        if code in messages._PROBLEMS:
            return messages.problem(Problem("", 12, "TOTAAL", "must", code, "9"))
        return messages.refusal(FileRefused(code, read="merk", missing="TOTAAL", row="1"))

    dutch = text()
    use_language("en")

    assert dutch != text()
    assert not any(word in dutch.lower() for word in ("fout", "ongeldig", "mislukt"))


def test_the_example_boards_have_the_pupils_duo_counted():
    pupils = read_pupil_file((DUO / "leerlingen-2016-2017.csv").read_bytes())
    totals = {board: pupils.pupils[pupils.pupils.board_id == board].total for board in (DYNAMIEK, SPOV, PRISMA)}

    assert pupils.problems == ()
    assert {board: (len(total), total.sum()) for board, total in totals.items()} == {
        DYNAMIEK: (20, 3395),
        SPOV: (15, 3013),
        PRISMA: (12, 1775),
    }


def test_the_year_before_is_read_alike():
    pupils = read_pupil_file((DUO / "leerlingen-2015-2016.csv").read_bytes())

    assert pupils.count_dates == (date(2015, 10, 1),)
    assert pupils.pupils.total[pupils.pupils.board_id == DYNAMIEK].sum() == 3486


def test_a_special_school_is_known_from_its_pupils_alone():
    pupils = read_pupil_file((DUO / "leerlingen-2016-2017.csv").read_bytes()).pupils
    schools = read_school_file((DUO / "hoofdvestigingen-2017.csv").read_bytes())

    assert schools.problems == ()
    assert set(pupils.school_id) - set(schools.schools.school_id) == {"00YG00", "00SQ00", "02EG00"}
    assert set(pupils[pupils.kind == "Sbo"].school_id) == {"00YG00", "00SQ00", "02EG00"}


def test_counts_per_year_of_school_are_read_by_their_total_and_their_day() -> None:
    found = read_pupil_file(
        b"PEILDATUM;BRIN NUMMER;VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;PLAATSNAAM;SOORT PO;BEVOEGD GEZAG CODE;"
        b"LEERJAAR 1;LEERJAAR 2;TOTAAL AANTAL LEERLINGEN\n20221001;00AP;00AP00;De Boom;DRUNEN;BO;30054;12;14;26\n"
    )
    (school,) = found.pupils[["board_id", "school_id", "name", "place", "count_date", "total"]].to_dict("records")
    assert list(school.values()) == ["30054", "00AP00", "De Boom", "Drunen", date(2022, 10, 1), 26]
    assert found.pupils["age_4"].isna().all()
