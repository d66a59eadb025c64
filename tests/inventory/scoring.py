"""How well a reading agrees with a truth file: the measures of issue 3, over the JSON of `inventory read`."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

TYPE = {
    "chromebook": "chromebook",
    "laptop": "laptop",
    "tablet": "tablet",
    "desktop": "desktop",
    "interactive_board": "digibord",
    "projector": "beamer",
    "printer": "printer",
    "network": "netwerk",
    "charging_cart": "laadkar",
    "other": "overig",
}
STATUS = {
    "in_use": "in_gebruik",
    "spare": "reserve",
    "in_repair": "in_reparatie",
    "broken": "defect",
    "disposed": "afgevoerd",
    "missing": "vermist",
    "ordered": "besteld",
    "unknown": "onbekend",
}
AUDIENCE = {"pupils": "leerlingen", "staff": "personeel", "unknown": "onbekend"}
Place = tuple[str | None, int | None]
Json = dict[str, Any]


@dataclass
class Score:
    """What one or more readings got right; add them up with `+`."""

    units: int = 0
    found: int = 0
    stated: int = 0  # fields stated by the truth
    right: float = 0.0
    must: int = 0  # rows that need a person
    reported: int = 0
    rows: int = 0
    alarms: int = 0  # must-problems where there is nothing to ask
    ratio_off: int = 0
    silent: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def failures(self) -> list[str]:
        """The marks that are not met, each with its figure."""
        marks = {
            f"found {self.found} of {self.units} units": self.found >= 0.98 * self.units,
            f"right {self.right} of {self.stated} fields": self.right >= 0.97 * self.stated,
            f"reported {self.reported} of {self.must} rows": self.reported >= 0.95 * self.must,
            f"{self.alarms} false alarms in {self.rows} rows": self.alarms <= 0.02 * self.rows,
            f"the ratio's count off by {self.ratio_off} of {self.units}": self.ratio_off <= 0.01 * self.units,
        }
        return [text for text, met in marks.items() if not met] + [
            *(f"silent: {line}" for line in self.silent),
            *(f"leaked: {value}" for value in self.leaked),
        ]


def score(truth: Json, out: Json) -> Score:
    """One reading against its truth."""
    devices, read, problems = truth["devices"], out["devices"], out["problems"]
    told = {place(problem) for problem in problems}
    pairs = matched(devices, read)
    result = Score(units=sum(d["count"] for d in devices), rows=len(devices) + len(truth["ignored_rows"]))
    for number, device in enumerate(devices):
        where = f"{device['sheet']}!{device['row']}"
        if number not in pairs:
            wrong = [f"missing {device['count']} x {device['brand']} {device['model']}"]
        else:
            checks = checked(device, read[pairs[number]])
            result.found += device["count"]
            result.stated += len(checks)
            result.right += sum(checks.values())
            wrong = [name for name, part in checks.items() if not part]
        if wrong and place(device) not in told:
            result.silent.append(f"{where}: {', '.join(wrong)}")
    surplus = [device for i, device in enumerate(read) if i not in pairs.values()]
    result.silent += invented(truth, surplus, told)
    result.ratio_off = ratio_off(devices, read)
    ask(result, truth["unclear_rows"], problems, told)
    text = json.dumps(out, ensure_ascii=False)
    result.leaked = [value for value in truth["traps"]["personal_values"] if len(value) > 3 and value in text]
    return result


def place(thing: Json) -> Place:
    return thing.get("sheet"), thing.get("row")


def plain(text: object) -> str:
    return "".join(letter for letter in str(text or "").lower() if letter.isalnum())


def matched(devices: list[Json], read: list[Json]) -> dict[int, int]:
    """Truth to reading, by place with kind and count, by place, by serial, then by likeness."""

    def there(d: Json, g: Json) -> bool:
        return place(d) == place(g) and (not d.get("col") or g.get("column") in (None, letters(d["col"])))

    def alike(d: Json, g: Json) -> bool:
        return TYPE.get(g["type"]) == d["type"] and g["count"] == d["count"]

    def same_serial(d: Json, g: Json) -> bool:
        return bool(d["serial"]) and plain(d["serial"]) == plain(g["serial"])

    def similar(d: Json, g: Json) -> bool:
        return d["sheet"] == g["sheet"] and alike(d, g) and plain(d["brand"]) == plain(g["brand"])

    pairs: dict[int, int] = {}
    free = list(range(len(read)))
    for rule in (lambda d, g: there(d, g) and alike(d, g), there, same_serial, similar):
        for number, device in enumerate(devices):
            hit = None if number in pairs else next((i for i in free if rule(device, read[i])), None)
            if hit is not None:
                pairs[number] = hit
                free.remove(hit)
    return pairs


def checked(device: Json, got: Json) -> dict[str, float]:
    """The fields the truth states, each right (1), half right or wrong (0)."""
    price, read_price = device["price_per_unit_eur"], got.get("price_per_unit_eur")
    defaulted = device["status_source"] == "default" and got["status"] in ("in_use", "unknown")
    checks: dict[str, float] = {
        "type": TYPE.get(got["type"]) == device["type"],
        "count": got["count"] == device["count"],
        "serial": plain(got["serial"]) == plain(device["serial"]),
        "status": STATUS.get(got["status"]) == device["status"] or defaulted,
        "audience": AUDIENCE.get(got["audience"]) == device["audience"] or device["audience"] == "onbekend",
        "purchase": purchase(device["purchase"], got["purchase"] or {}),
    }
    if device["brand_stated"]:
        checks["brand"] = plain(got["brand"]) == plain(device["brand"])
    if price is not None:
        checks["price"] = read_price is not None and abs(read_price - price) < 0.011
    elif read_price:
        checks["price"] = False
    return checks


def purchase(truth: Json, got: Json) -> float:
    """1 for the very interval, a half for a wider one that is true, else 0."""
    wanted, read = interval(truth), interval(got)
    if not wanted or not read:
        return float(wanted == read)
    if wanted == read:
        return 1.0
    return 0.5 if read[0] <= wanted[0] and wanted[1] <= read[1] else 0.0


def interval(moment: Json) -> tuple[str, str] | None:
    earliest, latest = moment.get("earliest"), moment.get("latest")
    return (earliest, latest) if earliest and latest else None


def invented(truth: Json, surplus: Iterable[Json], told: set[Place]) -> list[str]:
    """Devices read where the truth has none."""
    ignored = {place(row) for row in truth["ignored_rows"]}
    aside = {sheet["sheet"] for sheet in truth["not_a_device_sheets"]}
    return [
        f"{got['sheet']}!{got['row']}: invented {got['count']} x {got['type']}"
        for got in surplus
        if (place(got) in ignored or got["sheet"] in aside) and place(got) not in told
    ]


def ratio_off(devices: list[Json], read: list[Json]) -> int:
    """How far the count for the ratio is from what may be defended."""
    low = sum(d["count"] for d in devices if d["counts_for_ratio"] and not d["ratio_is_policy"])
    high = sum(d["count"] for d in devices if d["counts_for_ratio"] or d["ratio_is_policy"])
    count = sum(got["count"] or 0 for got in read if got["counts_for_ratio"])
    return max(0, low - count, count - high)


def ask(result: Score, unclear: list[Json], problems: list[Json], told: set[Place]) -> None:
    """Rows that need a person, and must-problems on rows that need none."""
    last = {place(row): row for row in unclear}
    for row in last.values():
        if row["severity"] == "must":
            result.must += 1
            result.reported += place(row) in told
            if place(row) not in told:
                result.silent.append(f"{row['sheet']}!{row['row']}: not reported: {row['code']}")
    result.alarms = sum(p["severity"] == "must" and place(p) not in last for p in problems)


def letters(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
