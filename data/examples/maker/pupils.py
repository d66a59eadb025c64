"""Pupils of 1 October 2016 from the DUO excerpt: a school's size decides how many boards and printers it has."""

import csv

from planning.core.paths import EXAMPLES


def pupils_2016() -> dict[str, int]:
    """School id -> pupils, from data/examples/duo."""
    with (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").open(encoding="cp1252", newline="") as file:
        return {
            f"{row['BRIN_NUMMER']}{int(row['VESTIGINGSNUMMER']):02d}": int(row["TOTAAL"])
            for row in csv.DictReader(file, delimiter=";")
        }
