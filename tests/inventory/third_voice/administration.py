"""Registers of assets, price lists, floor plans, colours, what is hidden, and merged headings."""

from collections.abc import Callable
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from tests.inventory.third_voice.case import Case, case

_RED, _LIGHT, _GREEN = "FFFF0000", "FFFCE4D6", "FF92D050"


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


REGISTERS: tuple[Case, ...] = (
    case(
        "investments by account",
        [
            ["Staat van vaste activa", None, None, None, None, None],
            ["stand per 31-12-2017"],
            ["Grootboek", "Object", "Jaar", "Investering", "Cum. afschr.", "Boekw. 31-12"],
            ["0120", "Schoolmeubilair onderbouw", 2012, 8400, 4200, 4200],
            ["0130", "25 chromebooks Acer", 2016, 6250, 2500, 3750],
            ["0130", "Laptops leerkrachten (8x)", 2015, 4800, 2880, 1920],
            ["0130", "Desinvestering 10 pc's", 2017, -3000, -3000, 0],
            ["0130", "Bekabeling nieuwbouw", 2014, 7200, 2160, 5040],
            ["0130", "Server Dell PowerEdge", 2014, 2600, 1950, 650],
            ["0130", "Digiborden 4 stuks", 2013, 10000, 8000, 2000],
            ["0140", "Software Windows licenties", 2016, 1200, 480, 720],
            ["", "Totaal", None, 37450, 19170, 18280],
        ],
        (5, "chromebook", 25, ("year", 2016), ("price", 25000)),
        (6, "laptop", 8, ("year", 2015), ("price", 60000)),
        (9, "other", 1, ("year", 2014)),
        (10, "interactive_board", 4, ("year", 2013), ("price", 250000)),
        asked=(7,),
        layout="register",
    ),
    case(
        "numbers of objects",
        [
            ["Inv.nr", "Object", "Datum ingebruikname", "Aanschafprijs", "Termijn", "Restwaarde", "Leverancier"],
            [1001, "iPad 9,7 inch - 10 stuks", date(2017, 9, 1), 3590, 3, 0, "Heutink"],
            [1002, "Kasten lokaal 5", date(2011, 8, 1), 1250, 15, 0, "Eromes"],
            [1003, "Touchscreen Prowise 65 inch lokaal 7", date(2018, 1, 15), 2995, 8, 0, "Prowise"],
            [1004, "ICT-investering 2016", date(2016, 6, 1), 11200, 4, 0, "Rolf"],
            [1005, "Muziekinstrumenten", date(2013, 6, 1), 900, 10, 0, "Dekker"],
            [1006, "Wifi access points (14 st)", date(2015, 7, 1), 2100, 5, 0, "QL-ICT"],
        ],
        (2, "tablet", 10, ("year", 2017), ("price", 35900)),
        (4, "interactive_board", 1, ("year", 2018), ("price", 299500)),
        (7, "network", 14, ("year", 2015), ("price", 15000)),
        asked=(5,),
        layout="register",
    ),
    case(
        "with headings of groups of assets",
        [
            ["Afschrijvingsstaat 2018 - OBS De Kwikstaart"],
            ["Omschrijving actief", "Aanschafjaar", "Aanschafbedrag", "Afschr. %", "Afschr. 2018", "Boekwaarde ultimo"],
            ["Inventaris en apparatuur"],
            ["Leerlingtafels 60 stuks", 2010, 5400, 5, 270, 3240],
            ["Stofzuiger", 2017, 250, 20, 50, 150],
            ["Totaal inventaris", None, 5650, None, 320, 3390],
            ["ICT"],
            ["15 laptops HP ProBook 450", 2016, 8250, 25, 2062.5, 2062.5],
            ["Kopieermachine Ricoh", 2015, 4200, 20, 840, 840],
            ["30 Chromebooks Lenovo N23", 2018, 8700, 25, 2175, 6525],
            ["Totaal ICT", None, 22250, None, 5297.5, 9867.5],
            ["Methoden"],
            ["Rekenmethode Pluspunt", 2014, 9800, 12.5, 1225, 3675],
        ],
        (8, "laptop", 15, ("year", 2016), ("price", 55000)),
        (9, "printer", 1, ("year", 2015)),
        (10, "chromebook", 30, ("year", 2018), ("price", 29000)),
        layout="register",
    ),
    case(
        "what was sold stands below nought",
        [
            ["Jaar", "Activum", "Bedrag", "Afschrijving", "Boekwaarde"],
            [2013, "20 iPads", 7800, 7800, 0],
            [2014, "Meubels aula", 3000, 1200, 1800],
            [2015, "6 beamers", 3600, 2400, 1200],
            [2017, "Verkoop 20 iPads", -7800, -7800, 0],
            [2018, "24 chromebooks", 6000, 500, 5500],
        ],
        (2, "tablet", 20, ("year", 2013)),
        (4, "projector", 6, ("year", 2015)),
        (6, "chromebook", 24, ("year", 2018)),
        asked=(5,),
        layout="register",
    ),
)


def _legend_right(book: Workbook) -> None:
    sheet = book.active
    for row in (3, 5):
        sheet.cell(row, 2).fill = _fill(_RED)
    sheet["G2"].fill = _fill(_RED)


def _legend_elsewhere(book: Workbook) -> None:
    sheet = book["Apparaten"]
    for column in range(1, 5):
        sheet.cell(4, column).fill = _fill(_LIGHT)
        sheet.cell(3, column).fill = _fill(_GREEN)
        sheet.cell(1, column).font = Font(color=_RED)
    book["Uitleg"]["A2"].fill = _fill(_LIGHT)
    book["Uitleg"]["A3"].fill = _fill(_GREEN)


def _unexplained(book: Workbook) -> None:
    for column in range(1, 5):
        book.active.cell(4, column).fill = _fill(_LIGHT)


def _coloured_letters(book: Workbook) -> None:
    for row in (2, 4):
        for column in range(1, 5):
            book.active.cell(row, column).font = Font(color=_RED)


COLOURS: tuple[Case, ...] = (
    case(
        "a legend at the right",
        [
            ["Soort", "Merk", "Aantal", "Aanschaf", None, None, None],
            ["Laptop", "HP", 5, 2016, None, None, "rood = defect"],
            ["Laptop", "Dell", 3, 2015],
            ["Chromebook", "Acer", 20, 2017],
            ["Tablet", "Apple", 4, 2013],
        ],
        (2, "laptop", 5, ("status", "unknown")),
        (3, "laptop", 3, ("status", "broken")),
        (4, "chromebook", 20),
        (5, "tablet", 4, ("status", "broken")),
        dressed=_legend_right,
    ),
    Case(
        "a legend on another sheet",
        {
            "Apparaten": [
                ["Soort", "Model", "Aantal", "Jaar"],
                ["Chromebook", "Acer C740", 10, 2016],
                ["Chromebook", "Acer C720", 8, 2014],
                ["Laptop", "HP ProBook 450", 6, 2015],
                ["Tablet", "iPad Air", 7, 2014],
            ],
            "Uitleg": [["Betekenis van de kleuren"], ["wordt afgevoerd"], ["reserve"]],
        },
        (
            (2, "chromebook", 10),
            (3, "chromebook", 8, ("status", "spare")),
            (4, "laptop", 6),
            (5, "tablet", 7),
        ),
        dressed=_legend_elsewhere,
    ),
    case(
        "a colour nobody explains",
        [
            ["Soort", "Model", "Aantal", "Jaar"],
            ["Chromebook", "Acer C740", 10, 2016],
            ["Chromebook", "Acer C720", 8, 2014],
            ["Laptop", "HP ProBook 450", 6, 2015],
            ["Tablet", "iPad Air", 7, 2014],
        ],
        (2, "chromebook", 10),
        (3, "chromebook", 8),
        (4, "laptop", 6),
        (5, "tablet", 7),
        asked=(4,),
        dressed=_unexplained,
    ),
    case(
        "letters in colour",
        [
            ["Soort", "Model", "Aantal", "Jaar"],
            ["Chromebook", "Acer C740", 10, 2016],
            ["Chromebook", "Acer C720", 8, 2014],
            ["Laptop", "HP ProBook 450", 6, 2015],
        ],
        (2, "chromebook", 10),
        (3, "chromebook", 8),
        (4, "laptop", 6),
        dressed=_coloured_letters,
    ),
)


def _hide(book: Workbook) -> None:
    sheet = book["Apparaten"]
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book["oud 2012"].sheet_state = "hidden"


def _merge(*areas: str) -> Callable[[Workbook], None]:
    def dressed(book: Workbook) -> None:
        for area in areas:
            book.active.merge_cells(area)

    return dressed


OTHER: tuple[Case, ...] = (
    Case(
        "hidden rows, columns and sheets",
        {
            "Apparaten": [
                ["Soort", "Model", "Aantal", "Jaar"],
                ["Chromebook", "Acer C740", 10, 2016],
                ["Chromebook", "Acer C720", 8, 2014],
                ["Laptop", "HP ProBook 450", 6, 2015],
            ],
            "oud 2012": [["Soort", "Aantal", "Jaar"], ["Desktop", 30, 2008], ["Beamer", 4, 2009]],
        },
        ((2, "chromebook", 10), (3, "chromebook", 8), (4, "laptop", 6)),
        dressed=_hide,
    ),
    Case(
        "a floor plan and a price list beside the list",
        {
            "Lijst": [
                ["Soort", "Merk", "Aantal", "Aanschaf", "Lokaal"],
                ["Digibord", "Prowise", 1, 2015, "1.01"],
                ["Digibord", "Prowise", 1, 2015, "1.02"],
                ["Laptop", "HP", 12, 2016, "1.03"],
            ],
            "Plattegrond": [
                ["1.01", None, "1.02", None, "1.03"],
                ["digibord", None, "digibord", None, "laptopkar"],
                [None, "gang", None, None, None],
                ["toilet", None, "kantoor", None, "aula"],
            ],
            "Prijsafspraken": [
                ["Product", "Leverancier", "Prijs ex btw", "Levertijd"],
                ["Chromebook 11 inch", "Rolf", 239, "2 weken"],
                ["Laptop 14 inch", "Rolf", 469, "3 weken"],
                ["iPad 32 GB", "Amac", 339, "1 week"],
            ],
        },
        ((2, "interactive_board", 1), (3, "interactive_board", 1), (4, "laptop", 12)),
    ),
    case(
        "merged headings on two rows",
        [
            ["Apparaat", None, None, "Aanschaf", None, "Waar"],
            ["soort", "merk", "aantal", "jaar", "prijs p.st.", "lokaal"],
            ["laptop", "Dell", 4, 2015, 499, "teamkamer"],
            ["chromebook", "HP", 25, 2017, 259, "groep 7"],
            ["tablet", "Samsung", 6, 2014, 199, "groep 2"],
        ],
        (3, "laptop", 4, ("brand", "Dell"), ("year", 2015), ("price", 49900)),
        (4, "chromebook", 25, ("year", 2017), ("location", "groep 7")),
        (5, "tablet", 6),
        dressed=_merge("A1:C1", "D1:E1"),
    ),
    case(
        "merged headings on three rows",
        [
            ["Inventarisatie schooljaar 2017/2018", None, None, None, None],
            ["Wat", None, None, "Wanneer en waar", None],
            ["Soort", "Type", "Aantal", "Gekocht in", "Locatie"],
            ["Chromebook", "Acer C731", 16, 2017, "lokaal 8"],
            ["Laptop", "Lenovo L460", 5, 2016, "directie"],
            ["Beamer", "Epson EB-X05", 2, 2016, "speelzaal"],
        ],
        (4, "chromebook", 16, ("year", 2017)),
        (5, "laptop", 5, ("year", 2016)),
        (6, "projector", 2),
        dressed=_merge("A1:E1", "A2:C2", "D2:E2"),
    ),
)
