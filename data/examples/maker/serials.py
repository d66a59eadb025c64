"""Serial numbers of the form each maker uses; invented, and the same at every run."""

import random
from collections.abc import Callable
from typing import Final

# Without I and O, which a person misreads.
LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
MIXED: Final = "0123456789" + LETTERS
HEX: Final = "0123456789ABCDEF"


def serials(seed: str, brand: str, bought: str, count: int) -> list[str]:
    """`count` different serials in a fixed order. A seed per purchase: a change elsewhere leaves these alone."""
    dice = random.Random(seed)  # noqa: S311 - invented data
    form = FORMS.get(brand, _plain)
    made: dict[str, None] = {}
    while len(made) < count:
        made[form(dice, bought)] = None
    return list(made)


def _some(dice: random.Random, signs: str, count: int) -> str:
    return "".join(dice.choice(signs) for _ in range(count))


def _year_and_week(dice: random.Random, bought: str) -> str:
    """The last digit of the year and the week of making, a little before the purchase."""
    year = bought[3] if bought[:4].isdigit() else "4"
    month = int(bought[5:7]) if len(bought) >= 7 and bought[4] == "-" else 6
    return f"{year}{max(1, month * 4 - dice.randint(0, 3)):02d}"


def _hp(dice: random.Random, bought: str) -> str:
    return f"5CD{_year_and_week(dice, bought)}{_some(dice, MIXED, 3)}{dice.choice(LETTERS)}"


def _lenovo(dice: random.Random, _bought: str) -> str:
    return f"{dice.choice(('PF0', 'LR0', 'MP1'))}{_some(dice, MIXED, 4)}{dice.choice(LETTERS)}"


def _acer(dice: random.Random, bought: str) -> str:
    return (
        f"NX{_some(dice, LETTERS, 3)}EH{dice.randint(1, 9):03d}{_year_and_week(dice, bought)}{_some(dice, HEX, 5)}7600"
    )


def _dell(dice: random.Random, _bought: str) -> str:
    return f"{dice.choice(LETTERS)}{_some(dice, MIXED, 5)}{dice.choice(LETTERS)}"


def _apple(dice: random.Random, _bought: str) -> str:
    return f"DM{_some(dice, LETTERS, 2)}{_some(dice, MIXED, 4)}{_some(dice, LETTERS, 4)}"


def _samsung(dice: random.Random, _bought: str) -> str:
    return f"R52{dice.choice(LETTERS)}{dice.randint(10, 99)}{_some(dice, MIXED, 4)}{dice.choice(LETTERS)}"


def _asus(dice: random.Random, _bought: str) -> str:
    return f"{dice.choice('EFGH')}{dice.choice('1234567')}NXCY0{_some(dice, MIXED, 2)}K{dice.randint(10_000, 99_999)}"


def _plain(dice: random.Random, _bought: str) -> str:
    return f"{_some(dice, LETTERS, 2)}{dice.randint(100_000, 999_999)}{dice.choice(LETTERS)}"


FORMS: Final[dict[str, Callable[[random.Random, str], str]]] = {
    "HP": _hp,
    "Lenovo": _lenovo,
    "Acer": _acer,
    "Dell": _dell,
    "Apple": _apple,
    "Samsung": _samsung,
    "ASUS": _asus,
}
