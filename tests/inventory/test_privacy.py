"""No name or address of a person comes out of a reading: not as a value, not in a question, not in a message."""

import json

import pytest

from planning.inventory.reading import Reading
from planning.inventory.values.redaction import known_part
from planning.inventory.words.messages import advice, choice_label, message, where
from planning.inventory.write.report_json import to_json
from tests.inventory.lists import TODAY, read
from tests.making import Rows

NAMES = ("Emma", "Vries", "Kowalski", "Esra", "Bart", "smit@", "aa:bb")
LISTS: dict[str, Rows] = {
    "columns that name people": [
        ["Soort", "Merk", "Leerling", "Gebruiker", "E-mail", "MAC-adres", "Naam"],
        ["laptop", "HP", "Emma de Vries", "juf Esra", "e.smit@school.nl", "aa:bb:cc:dd:ee:ff", "Laptop van Emma"],
    ],
    "columns nobody knows": [["Soort", "Merk", "Kleur", ""], ["laptop", "HP", "Emma Kowalski", "juf Esra"]],
    "places": [
        ["Soort", "Merk", "Lokaal"],
        ["laptop", "HP", "Emma Kowalski"],
        ["laptop", "HP", "groep 7 (meester Bart)"],
    ],
    "remarks": [
        ["Soort", "Merk", "Aantal", "Opmerking"],
        ["laptop", "HP", 5, "waarvan 2 defect bij Emma de Vries"],
        ["laptop", "HP", 5, "uitgeleend aan andere school via juf Esra"],
        ["laptop", "HP", 5, "kapot gevallen door Emma Kowalski"],
    ],
    "values nobody understands": [
        ["Soort", "Merk", "Aantal", "Aanschaf", "Prijs", "Status", "Updates tot"],
        ["laptop", "HP", "3 bij Emma", "gekregen van Emma de Vries", "zie Kowalski", "bij juf Esra", "vraag Bart"],
    ],
    "serial numbers": [
        ["Soort", "Merk", "S/N"],
        ["laptop", "HP", "Emma Kowalski 7"],
        ["laptop", "HP", "e.smit@school.nl"],
    ],
    "devices": [["Merk en type", "Aantal"], ["Laptop Emma de Vries", 1], ["ding van juf Esra", 2]],
    "a child's name under a Dutch heading": [["Merk", "Model", "Kind"], ["HP", "250 G5", "Emma Kowalski"]],
    "names under a heading for groups": [
        ["Soort", "Merk", "Leerling/leerkracht"],
        ["laptop", "HP", "Emma Kowalski"],
        ["laptop", "HP", "juf Esra"],
    ],
    "a total": [["Soort", "Merk", "Eigenaar"], ["laptop", "HP", "Emma"], ["", "", "totaal van Emma de Vries 3"]],
    "rows that are no device": [["Soort", "Merk", "Leerling", "Lokaal"], ["", "", "Emma Kowalski", "juf Esra"]],
    "headings between rows": [
        ["Merk en type", "aantal"],
        ["Lokaal 1 (juf Esra)"],
        ["iPad 2", 3],
        ["beheerd door Emma de Vries"],
    ],
}


def everything(reading: Reading) -> str:
    """All a reading holds and says."""
    said = [
        " ".join([where(p), message(p), advice(p), *(choice_label(p, choice) for choice in p.choices), p.key])
        for p in reading.problems
    ]
    return "\n".join([json.dumps(to_json(reading, TODAY), ensure_ascii=False), repr(reading), *said])


@pytest.mark.parametrize("subject", LISTS)
def test_no_person_comes_out_of(subject: str) -> None:
    told = everything(read(LISTS[subject]))
    assert [name for name in NAMES if name in told] == []


def test_words_we_do_not_know_are_not_repeated() -> None:
    assert known_part("gekregen van Emma de Vries in 2015") == "gekregen van … de … in 2015"
    assert known_part("45-3-2016") == "45-3-2016"
    assert known_part("± 6 stuks") == "± 6 stuks"
    assert known_part("aug 2017") == "aug 2017"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    rows = [
        ["Soort", "Merk", "Model"],
        ["laptop", "HP", "=blad|'vraag'!A0"],
        ["laptop", "HP", "<script>alert(1)</script>"],
    ]
    models = list(read(rows).devices["model_as_written"])
    assert models[1] == "<script>alert(1)</script>"
