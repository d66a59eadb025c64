"""Pupils per device of the example group on 1-5-2018, reckoned without the product.

    python tests/example/independent_ratios.py

Reads the committed workbooks with openpyxl and csv alone, and knows each file's own heading words. Prints JSON: per
school its pupils (DUO, 1-10-2016), last list, countable devices and pupils per device; and the same for the group.
"""

import csv
import datetime as dt
import json
from pathlib import Path

import openpyxl

EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "examples"
BOARD = "47920"
AS_OF = dt.date(2018, 5, 1)

KIND = {"soort", "device", "apparaat", "soort apparaat", "wat"}
COUNT = {"aantal", "stuks", "hoeveel"}
STATUS = {"status", "staat", "toestand", "opm.", "opmerking", "opmerkingen", "bijzonderheden"}
AUDIENCE = {
    "voor wie", "gebruikersgroep", "doelgroep", "bestemd voor", "leerling/personeel", "gebruik door",
}  # fmt: skip
UPDATES = {"updates tot", "updates t/m", "einde updates", "ondersteuning tot"}
PUPIL_DEVICES = {"chromebook", "cb", "laptop", "tablet", "desktop", "pc"}
IN_USE = {"", "in gebruik", "ok"}
STAFF = {"personeel", "leerkracht"}


def text(value):
    return "" if value is None else str(value).strip()


def grid(path):
    """The rows of the sheet with the list."""
    if path.suffix == ".csv":
        raw = path.read_bytes()
        decoded = raw.decode("utf-8-sig") if raw.startswith(b"\xef\xbb\xbf") else raw.decode("cp1252")
        return list(csv.reader(decoded.splitlines(), delimiter=";"))
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def find(header, words, wanted=True):
    """Column of the first heading among `words`; a missing one that is wanted stops the reckoning."""
    for column, heading in enumerate(header):
        if heading.lower() in words:
            return column
    if wanted:
        raise SystemExit(f"no column {sorted(words)} in {header}")
    return None


def countable(path):
    """Devices for pupils, in use, with updates on AS_OF."""
    rows = grid(path)
    top = next(n for n, row in enumerate(rows) if sum(1 for cell in row if text(cell)) >= 6)
    header = [text(cell) for cell in rows[top]]
    kind, status = find(header, KIND), find(header, STATUS)
    # A heading "Opmerking" beside a real status column is only a remark.
    real = [n for n, heading in enumerate(header) if heading.lower() in {"status", "staat", "toestand"}]
    status = real[0] if real else status
    count, audience = find(header, COUNT, wanted=False), find(header, AUDIENCE, wanted=False)
    updates = find(header, UPDATES, wanted=False)
    total = 0
    for row in rows[top + 1 :]:
        if text(row[kind]).lower() not in PUPIL_DEVICES or text(row[status]).lower() not in IN_USE:
            continue
        if audience is not None and text(row[audience]).lower() in STAFF:
            continue
        if updates is not None and text(row[updates]):
            day, month, year = (int(part) for part in text(row[updates]).split("-"))
            if dt.date(year, month, day) < AS_OF:
                continue
        total += int(row[count]) if count is not None and text(row[count]) else 1
    return total


def pupils():
    with (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").open(encoding="latin-1", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {
        row["BRIN_NUMMER"] + row["VESTIGINGSNUMMER"].zfill(2): int(row["TOTAAL"])
        for row in rows
        if row["BEVOEGD_GEZAG_NUMMER"] == BOARD
    }


def reckon():
    with (EXAMPLES / "inventories.csv").open(encoding="utf-8", newline="") as file:
        lists = [row for row in csv.DictReader(file) if row["board_id"] == BOARD and row["counted_on"] <= str(AS_OF)]
    last = {row["school_id"]: row for row in sorted(lists, key=lambda row: row["counted_on"])}
    heads = pupils()
    schools = []
    for school_id in sorted(heads):
        devices = countable(EXAMPLES / last[school_id]["path"])
        schools.append(
            {
                "school_id": school_id,
                "pupils": heads[school_id],
                "counted_on": last[school_id]["counted_on"],
                "countable_devices": devices,
                "pupils_per_device": round(heads[school_id] / devices, 4),
            }
        )
    devices, heads_in_all = sum(s["countable_devices"] for s in schools), sum(heads.values())
    group = {
        "pupils": heads_in_all,
        "countable_devices": devices,
        "pupils_per_device": round(heads_in_all / devices, 4),
    }
    return {"board_id": BOARD, "as_of": str(AS_OF), "group": group, "schools": schools}


if __name__ == "__main__":
    print(json.dumps(reckon(), indent=2))
