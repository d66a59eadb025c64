"""Planning problems in the format of `rounds solve`: tiny ones with every feature, and boards as they could be."""

import random
from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Any

from hypothesis import strategies as st

from tests.rounds.brute_force import vectors

Instance = dict[str, Any]
BANDS = [[1, 10, 1], [1, 4, 2], [1, 1, 4]]
# in the last one a shortage grows milder, so that it is not convex
OTHER_BANDS = [[[1, 1, 1]], [[1, 2, 1], [1, 1, 3]], [[0, 1, 1], [1, 3, 2], [1, 1, 5]], [[1, 2, 3], [1, 1, 1]]]
MOST_VECTORS = 20_000  # plans that a tiny instance may have: as many are tried in a few hundredths of a second


def tiny(seed: int) -> Instance:
    """A random instance small enough to try every plan; the same for the same seed."""
    draw = random.Random(seed)
    while True:
        instance = _random(draw, lines=draw.randint(1, 4), size=draw.choice([1, 1, 1, 2, 4, 8]))
        if 1 < vectors(instance) <= MOST_VECTORS:
            return instance


def tiny_of_the_product(seed: int) -> Instance:
    """The same with what only the product knows: sets, what is ordered or not wanted, own money, partners' orders."""
    draw = random.Random(seed)
    while True:
        instance = _random(draw, lines=draw.randint(1, 3), size=draw.choice([1, 1, 2]))
        for line in instance["lines"]:
            if _chance(draw, 0.3):
                line["set_size"] = draw.randint(2, 3)
            if _chance(draw, 0.4):
                code, now = draw.choice(line["types"]), draw.randrange(instance["rounds"])
                line["bounds"] = [[code, now, *draw.choice([(0, 0), (0, 1), (1, None), (2, None), (2, 3)])]]
        for kind in instance["types"].values():
            if kind.get("tiers") and _chance(draw, 0.5):
                kind["joint"] = [draw.randint(0, 4) for _ in range(instance["rounds"])]
        if _chance(draw, 0.6):
            dear = max(max(_as_list(kind["price"])) for kind in instance["types"].values())
            instance["school_money"] = {
                school: [draw.randint(0, 2 * dear) for _ in range(instance["rounds"])]
                for school in sorted({line["school"] for line in instance["lines"]})
            }
        if 1 < vectors(instance) <= MOST_VECTORS // 5:
            return instance


def middling(seed: int) -> Instance:
    """A random instance with too many plans to try, and still quick to plan; weighted."""
    draw = random.Random(seed)
    instance = _random(draw, lines=draw.randint(3, 8), size=8)
    return instance | {"objective": {"mode": "weighted", "weights": [15_000, 3_000, 1, 0]}}


# a shrunken seed says nothing, so it need not be looked for; hypothesis prints the instance
tiny_instances = st.integers(0, 2**32).map(tiny)
middling_instances = st.integers(0, 2**32).map(middling)


def _chance(draw: random.Random, share: float) -> bool:
    return draw.random() < share


def _as_list(value: int | list[int]) -> list[int]:
    return value if isinstance(value, list) else [value]


def _random(draw: random.Random, lines: int, size: int) -> Instance:
    rounds = draw.choice([1, 2, 2, 3, 3, 4, 5])
    types = {f"type{n}": _random_type(draw, rounds, size) for n in range(draw.choice([1, 1, 2, 3]))}
    wanted = [_random_line(draw, rounds, list(types), f"line{n}", size) for n in range(lines)]
    schools = sorted({line["school"] for line in wanted})
    dear = max(max(_as_list(kind["price"])) for kind in types.values())

    def limit() -> int | None:
        return None if _chance(draw, 0.1) else draw.randint(0, (lines + 2) * size * dear)

    instance: Instance = {
        "rounds": rounds,
        "types": types,
        "lines": wanted,
        "budget": None if _chance(draw, 0.1) else [limit() for _ in range(rounds)],
        "carry_over": _chance(draw, 0.4),
        "bands": BANDS if _chance(draw, 0.7) else draw.choice(OTHER_BANDS),
        "objective": {"mode": "lex"},
    }
    if _chance(draw, 0.4):
        some = draw.sample(schools, draw.randint(1, len(schools)))
        instance["school_budget"] = {school: [limit() for _ in range(rounds)] for school in some}
    return instance


def _random_type(draw: random.Random, rounds: int, size: int) -> dict[str, Any]:
    life, price = draw.randint(1, 4), draw.choice([1, 3, 7, 10, 13, 100, 215, 330])
    kind: dict[str, Any] = {"life": life, "max_age": life + draw.choice([0, 1, 1, 2, 3]), "price": price}
    if _chance(draw, 0.4):
        kind["price"] = [max(1, price + draw.randint(-price // 4, price // 4)) for _ in range(rounds)]
    if _chance(draw, 0.3):
        kind["support_end"] = [draw.choice([None, now, now + 1, now + 2, now + 3]) for now in range(rounds)]
    if _chance(draw, 0.3):
        cost = draw.choice([price // 2, price, 3 * price])
        kind["fixed_cost"] = cost if _chance(draw, 0.6) else [draw.randint(0, cost) for _ in range(rounds)]
    if _chance(draw, 0.3):
        first = draw.randint(2, 4 * size)
        steps = [first, first + draw.randint(1, 3 * size)][: draw.choice([1, 1, 2])]
        lower = [[max(1, price * (9 - 2 * step) // 10) for price in _as_list(kind["price"])] for step in (0, 1)]
        kind["tiers"] = [[at, less if len(less) > 1 else less[0]] for at, less in zip(steps, lower, strict=False)]
    return kind


def _random_line(draw: random.Random, rounds: int, types: list[str], name: str, size: int) -> dict[str, Any]:
    start, step = draw.randint(0, 4 * size), size * draw.choice([0, 0, 0, 1, -1])
    legacy = [
        {"type": draw.choice(types), "age": draw.randint(0, 6), "count": draw.randint(1, 3 * size),
         "support_end": draw.choice([None, None, draw.randint(0, rounds)])}
        for _ in range(draw.choice([0, 1, 1, 2]))
    ]  # fmt: skip
    return {
        "school": draw.choice("AAB" if size < 8 else "ABCD"),
        "line": name,
        "weight": draw.choice([1, 1, 2, 4, 26]),
        "types": sorted(draw.sample(types, draw.randint(1, min(2, len(types))))),
        "target": [max(0, start + step * now) for now in range(rounds)],
        "legacy": legacy,
    }


# What rounds.md measured with: price in euros, life, share of the devices, pupils one serves (none: 1 in the ratio).
KINDS = {
    "chromebook": (330, 5, 0.55), "tablet": (395, 4, 0.15), "laptop": (650, 5, 0.20), "desktop": (560, 6, 0.10),
    "board": (2450, 8, 0.0), "refurbished": (215, 3, 0.0),
}  # fmt: skip
PUPILS_PER_BOARD = 26
OVER_AGE = 2  # rounds that a device can be used after its life
WEIGHTS = [1_500_000, 300_000, 1, 0]  # cents: a pupil-year short, a device-year over age, a cent, the peak


def board(seed: int, schools: int, pupils: int, devices: int, rounds: int) -> Instance:
    """A board as rounds.md measured with: 1 in 4 ramping to 1 in 3.5, a budget of 80% of what it needs each year.

    Money is in cents. Devices are spread over the schools by their pupils.
    """
    draw = random.Random(seed)
    sizes = [draw.uniform(0.4, 1.6) for _ in range(schools)]
    scale = pupils / sum(sizes)
    heads = [max(12, round(size * scale)) for size in sizes]
    lines = [
        line
        for number, count in enumerate(heads)
        for line in _school_lines(draw, f"S{number:04}", count, devices * count / sum(heads), rounds)
    ]
    return {
        "rounds": rounds,
        "types": {code: _sold(code, rounds) for code in KINDS},
        "lines": lines,
        "budget": [_steady_need(lines, now) * 80 // 100 for now in range(rounds)],
        "carry_over": False,
        "bands": BANDS,
        "objective": {"mode": "weighted", "weights": WEIGHTS},
    }


def twenty_schools() -> Instance:
    """(a) of rounds.md."""
    return board(seed=1, schools=20, pupils=4_000, devices=1_000, rounds=5)


def eighty_schools() -> Instance:
    """(b) of rounds.md."""
    return board(seed=2, schools=80, pupils=37_000, devices=12_000, rounds=10)


def sector() -> list[Callable[[], Instance]]:
    """(c) of rounds.md: 6,100 schools of 900 boards, most of them small; each is made when it is called for."""
    draw = random.Random(3)
    sizes = [min(80, max(1, round(draw.lognormvariate(1.3, 1.05)))) for _ in range(900)]
    scale = 6_100 / sum(sizes)
    counts = [max(1, round(size * scale)) for size in sizes]
    return [
        partial(board, seed=1_000 + number, schools=schools, pupils=230 * schools, devices=66 * schools, rounds=10)
        for number, schools in enumerate(counts)
    ]


def _sold(code: str, rounds: int) -> dict[str, Any]:
    price, life, _ = KINDS[code]
    return {
        "life": life,
        "max_age": life + OVER_AGE,
        "price": [round(price * 100 * 1.02**now) for now in range(rounds)],
    }


def _school_lines(draw: random.Random, school: str, pupils: int, devices: float, rounds: int) -> list[dict[str, Any]]:
    shares = {code: share for code, (_, _, share) in KINDS.items() if share and _chance(draw, 0.5)}
    mix = {code: share * draw.uniform(0.2, 1.8) for code, share in shares.items()} or {"chromebook": 1.0}
    boards = ceil(pupils / PUPILS_PER_BOARD)
    devices = max(0, devices - boards)
    ratios = [4 - 0.5 * min(1, now / 4) for now in range(rounds)]
    lines = [
        _line(draw, school, code, 4, [ceil(pupils * part / sum(mix.values()) / ratio) for ratio in ratios],
              round(devices * part / sum(mix.values())))
        for code, part in mix.items()
    ]  # fmt: skip
    return [*lines, _line(draw, school, "board", PUPILS_PER_BOARD, [boards] * rounds, boards)]


def _line(draw: random.Random, school: str, code: str, weight: int, target: list[int], devices: int) -> dict[str, Any]:
    legacy = []
    while devices > 0:
        age = draw.randint(0, 9)
        count = min(devices, draw.randint(1, 30))
        # Windows of six years and older stops with the first round; a Chromebook some time after its life
        end = 0 if code in ("laptop", "desktop") and age >= 6 else None
        if code == "chromebook":
            end = max(0, draw.randint(5, 8) - age)
        legacy.append({"type": code, "age": age, "count": count, "support_end": end})
        devices -= count
    types = [code, "refurbished"] if code == "chromebook" and _chance(draw, 0.3) else [code]
    return {"school": school, "line": code, "weight": weight, "types": types, "target": target, "legacy": legacy}


def _steady_need(lines: list[dict[str, Any]], now: int) -> int:
    """Cents a year to replace every device at the end of its life."""
    return sum(
        line["target"][now] * round(KINDS[line["line"]][0] * 100 * 1.02**now) // KINDS[line["line"]][1]
        for line in lines
    )
