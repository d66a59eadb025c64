"""Each kind of silent fault there was, in three wordings and in every format: read as meant, or asked about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from tests.inventory.lists import TODAY
from tests.inventory.samples.book import Book
from tests.inventory.samples.ods import ods
from tests.inventory.samples.writing import grid, xlsx
from tests.inventory.samples.xls import xls

Sheets = Mapping[str, Sequence[Sequence[object]]]
Device = tuple[int, str, int, str]
"""Row, kind, count and status."""


@dataclass(frozen=True)
class Fault:
    """A kind of fault: its sheets in several wordings, the devices a careful person reads, and the rows they ask of."""

    name: str
    write: Callable[[str], Sheets]
    words: tuple[str, str, str]
    devices: tuple[Device, ...]
    asked: frozenset[int] = frozenset()  # of these rows the state may be otherwise, as long as it is asked


HEAD = ["Soort", "Serienummer", "Opmerking"]
FAULTS = (
    Fault(
        "a lot in a register named by its model only",
        lambda word: {"Lijst": [
            ["Nummer", "Omschrijving", "Aanschafdatum", "Aanschafwaarde", "Boekwaarde"],
            [1, "Bureaustoelen", "1-2-2016", 900, 10],
            [2, word, "1-2-2016", 5000, 10],
        ]},
        ("Optiplex 3020 28 st", "28x Optiplex 3020", "Optiplex 3020, aantal: 28"),
        ((3, "desktop", 28, "unknown"),),
    ),
    Fault(
        "a state behind the name of a device",
        lambda word: {"Lijst": [
            ["Apparaat", "Serienummer"], ["HP 250 G5", "5CD1234567"], [f"HP 250 G5 {word}", "5CD1234568"],
        ]},
        ("(defect)", "- kapot", "/ doet het niet"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "broken")),
    ),
    Fault(
        "a word for a state that no table holds",
        lambda word: {"Lijst": [
            ["Soort", "Serienummer", "Status"], ["laptop", "5CD1234567", "goed"], ["laptop", "5CD1234568", word],
        ]},
        ("pleite", "aan gort", "C"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "unknown")),
        frozenset({3}),
    ),
    Fault(
        "a remark in the shape of a state",
        lambda word: {"Lijst": [HEAD, ["laptop", "5CD1234567", "blauw"], ["laptop", "5CD1234568", word]]},
        ("ligt bij Zorgfix", "nog niet teruggezien", "omgewisseld"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "unknown")),
        frozenset({3}),
    ),
    Fault(
        "a remark that contradicts the status",
        lambda word: {"Lijst": [
            ["Soort", "Serienummer", "Status", "Opmerking"],
            ["laptop", "5CD1234567", "in gebruik", ""], ["laptop", "5CD1234568", "in gebruik", word],
        ]},
        ("gestolen", "kwijt", "vermist"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "missing")),
        frozenset({3}),
    ),
    Fault(
        "an unknown line between the rows that may say a state",
        lambda word: {"Lijst": [
            ["Soort", "Merk/type", "Aantal"], ["laptop", "HP 250 G5", 3], [word], ["tablet", "iPad Air", 4],
        ]},
        ("Bij de firma", "Omgewisseld", "Nog niet teruggezien"),
        ((2, "laptop", 3, "unknown"), (4, "tablet", 4, "unknown")),
        frozenset({4}),
    ),
    Fault(
        "a year only in the description",
        lambda word: {"Lijst": [["Apparaat", "Serienummer"], [f"Chromebook HP {word}", "5CD1234567"]]},
        ("(2016)", "uit 2016", "2016"),
        ((2, "chromebook", 1, "unknown"),),
        frozenset({2}),
    ),
    Fault(
        "a second list beside the first",
        lambda word: {"Lijst": [
            [word, "Apparaat", "Serienummer", "", "nr", "Apparaat", "Serienummer"],
            ["A", "HP 250 G5", "5CD1234567", "", 1, "iPad Air", "DMPQ1234ABCD"],
        ]},
        ("code", "sticker", "kastplek"),
        ((2, "laptop", 1, "unknown"), (2, "tablet", 1, "unknown")),
    ),
    Fault(
        "columns of what is wrong beside the number of all",
        lambda word: {"Lijst": [
            ["Apparaat", "Stuks", word, "Zoek"],
            ["Acer C740", 15, 2, ""], ["iPad Air", 10, "", 1], ["HP 250 G5", 20, "", ""],
        ]},
        ("Kapot", "Defect", "Niet werkend"),
        (
            (2, "chromebook", 2, "broken"), (2, "chromebook", 13, "unknown"),
            (3, "tablet", 1, "missing"), (3, "tablet", 9, "unknown"), (4, "laptop", 20, "unknown"),
        ),
    ),
    Fault(
        "a serial number beside the counts of a matrix",
        lambda word: {"Lijst": [
            ["Groep", "Chromebooks", "iPads", word], ["Groep 3", 5, 2, ""], ["Groep 4", 6, 1, "5CD1234567"],
        ]},
        ("Bijzonder", "Extra", "zie ook"),
        ((2, "chromebook", 5, "unknown"), (2, "tablet", 2, "unknown"), (3, "chromebook", 6, "unknown"),
         (3, "tablet", 1, "unknown")),
        frozenset({3}),
    ),
    Fault(
        "columns nobody's heading explains",
        lambda word: {"Lijst": [
            ["Soort", "Serienummer", word], ["laptop", "5CD1234567", "prima"], ["laptop", "5CD1234568", "kapot"],
        ]},
        ("Hoe is het?", "Bevindingen", "Ronde mei"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "broken")),
    ),
    Fault(
        "services and accessories between the devices",
        lambda word: {"Lijst": [
            ["Omschrijving", "Aantal", "Prijs per stuk", "Datum"],
            ["Acer C740", 15, 259, "12-6-2017"], [word, 15, 25, "12-6-2017"],
        ]},
        ("Hoesjes iPad", "Management licentie", "Opladers chromebook"),
        ((2, "chromebook", 15, "unknown"),),
    ),
    Fault(
        "a number in words of a lot of which a remark says something",
        lambda word: {"Lijst": [["Wat", "Aantal", "Opmerking"], ["Acer C740", 14, word], ["iPad Air", 6, ""]]},
        ("eentje met kapotte toetsen", "één doet het niet meer", "waarvan 1 met gebarsten scherm"),
        ((2, "chromebook", 1, "broken"), (2, "chromebook", 13, "unknown"), (3, "tablet", 6, "unknown")),
        frozenset({2}),
    ),
    Fault(
        "a number of a lot of which a remark says something in words nobody knows",
        lambda word: {"Lijst": [["Wat", "Aantal", "Opmerking"], ["Acer C740", 14, word], ["iPad Air", 6, ""]]},
        ("drie met een ster in het glas", "drie hebben kuren", "3 draaien mank"),
        ((2, "chromebook", 14, "unknown"), (3, "tablet", 6, "unknown")),
        frozenset({2}),
    ),
    Fault(
        "a remark in words nobody knows",
        lambda word: {"Lijst": [HEAD, ["laptop", "5CD1234567", "blauw"], ["laptop", "5CD1234568", word]]},
        ("uit de running", "batterij bolt op", "scherm flikkert"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "unknown")),
        frozenset({3}),
    ),
    Fault(
        "a state where the user of a device stands",
        lambda word: {"Lijst": [
            ["Model", "Serienummer", "In gebruik bij"],
            ["HP 250 G5", "5CD1234567", "Annemiek de Vries"], ["HP 250 G5", "5CD1234568", word],
        ]},
        ("stuk", "kapot", "niemand, defect"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "broken")),
    ),
    Fault(
        "serial numbers under a heading nobody knows",
        lambda word: {"Lijst": [
            ["Chromebook", "Groep", word, "Opm."],
            ["HP 11 G6", "7", "5CD8123AAA", ""], ["HP 11 G6", "8", "5CD8123AAB", "blauw"],
        ]},
        ("Code achterkant", "Wat er onderop staat", "Stickertje"),
        ((2, "chromebook", 1, "unknown"), (3, "chromebook", 1, "unknown")),
    ),
    Fault(
        "nothing but serial numbers, and a title that says of what",
        lambda word: {"Lijst": [
            [word, ""], ["Groep 5", "Groep 6"], ["7QK1JN2", "7QK2JN2"], ["8RL1JN2", "8RL2JN2 kapot"],
        ]},
        ("Serienummers chromebooks", "Dell Chromebook 3180", "Chromebooks, nummers achterop"),
        ((3, "chromebook", 1, "unknown"), (3, "chromebook", 1, "unknown"), (4, "chromebook", 1, "unknown"),
         (4, "chromebook", 1, "broken")),
    ),
    Fault(
        "columns without headings under the names of rooms",
        lambda word: {"Lijst": [
            ["Inventaris", "", ""], [word, "", ""], ["iPad Air", 3, 2014], ["HP 250 G5", 2, 2016],
            ["Lokaal 4", "", ""], ["Acer C740", 5, 2016],
        ]},
        ("Lokaal 1", "Groep 1/2 A", "Aula"),
        ((3, "tablet", 3, "unknown"), (4, "laptop", 2, "unknown"), (6, "chromebook", 5, "unknown")),
    ),
    Fault(
        "a column that says of how many of a lot something holds",
        lambda word: {"Lijst": [
            ["wat", "hoeveel", word, "waar"], ["Chromebooks HP", 20, 2, "lokaal 7"], ["iPads", 8, 0, "lokaal 1"],
        ]},
        ("waarvan stuk", "daarvan defect", "aantal kapot"),
        ((2, "chromebook", 2, "broken"), (2, "chromebook", 18, "unknown"), (3, "tablet", 8, "unknown")),
    ),
    Fault(
        "a heading that asks",
        lambda word: {"Lijst": [
            ["Apparaat", "Serienummer", word], ["HP 250 G5", "5CD1234567", "ja"], ["HP 250 G5", "5CD1234568", "nee"],
        ]},
        ("Werkt het nog?", "Doet ie het?", "Werkt?"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "broken")),
    ),
    Fault(
        "a heading that asks whether a device is there",
        lambda word: {"Lijst": [
            ["Apparaat", "Serienummer", word], ["HP 250 G5", "5CD1234567", "ja"], ["HP 250 G5", "5CD1234568", "nee"],
        ]},
        ("Aanwezig", "Aanwezig?", "Aanwezig (okt.)"),
        ((2, "laptop", 1, "unknown"), (3, "laptop", 1, "missing")),
    ),
    Fault(
        "a kind that only the title says",
        lambda word: {"Lijst": [
            [word, "", ""], ["Merk", "Serienummer", "Groep"], ["Acer R11", "NXG55EH00174", "7"],
            ["Acer R11", "NXG55EH00175", "8"],
        ]},
        ("Chromebooks", "Onze chromebooks bovenbouw", "Lijst chromebooks 2018"),
        ((3, "chromebook", 1, "unknown"), (4, "chromebook", 1, "unknown")),
    ),
)  # fmt: skip


def as_csv(book: Book) -> bytes:
    """The first sheet, as Excel in Dutch saves it."""
    return "".join(";".join(row) + "\r\n" for row in grid(book.sheets[0])).encode("utf-8-sig")


FORMATS: Mapping[str, Callable[[Book], bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods, "csv": as_csv}


def of(sheets: Sheets, suffix: str) -> Reading:
    """The sheets as a file of this format, and that file read."""
    book = Book("fault", 0)
    for title, rows in sheets.items():
        page = book.sheet(title)
        for number, row in enumerate(rows, 1):
            page.line(number, row)
    return read_inventory(FORMATS[suffix](book), f"Lijst.{suffix}", Guidance(TODAY))


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("wording", range(3))
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_kind_of_fault_is_read_as_meant_or_asked_about(fault: Fault, wording: int, suffix: str) -> None:
    reading = of(fault.write(fault.words[wording]), suffix)
    asked = {problem.row for problem in reading.open_problems}
    states = reading.devices["status"].replace("in_use", "unknown")  # either counts
    read = list(zip(*(reading.devices[name] for name in ("row", "kind", "count")), states, strict=True))
    kept = [device for device in read if device[0] not in fault.asked]
    assert sorted(kept) == sorted(device for device in fault.devices if device[0] not in fault.asked)
    assert sorted(device[:3] for device in read) == sorted(device[:3] for device in fault.devices)
    assert asked == fault.asked
