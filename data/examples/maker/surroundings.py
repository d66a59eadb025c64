"""What stands around the pupils' devices: staff laptops, boards, projectors, printers, carts, access points.

Nothing here counts for the ratio; a real inventory holds it all the same.
"""

import random
from typing import Final

from data.examples.maker.lots import Purchase, read_purchase

STAFF: Final = (
    "lap*|HP|ProBook 450 G2|2015-03-16|559",
    "lap*|Lenovo|ThinkPad L450|2015-09-14|615",
    "lap*|HP|ProBook 450 G3|2016-08-22|589",
    "lap*|Dell|Latitude 3470|2016-06-20|579",
)
NEW_BOARDS: Final = (
    "board|Prowise|Touchscreen 65 inch|2015-07-20|2390",
    "board|CTouch|Touchscreen 65 inch|2016-07-18|2290",
    "board|Prowise|Touchscreen 75 inch|2016-08-15|2850",
)
OLD_BOARDS: Final = ("board|SMART|Board 480|2010-08-23|1495", "board|SMART|Board SB680|2011-08-22|1750")
PROJECTORS: Final = ("beam|Epson|EB-470|2012-08-20|845", "beam|NEC|UM280X|2013-08-19|795")
PRINTERS: Final = ("print|Ricoh|MP C3003|?|", "print|HP|LaserJet Pro M402|2016-01-18|265")
CARTS: Final = ("cart|Leba|NoteCart Flex 16|2015-09-14|1150", "cart|Leba|NoteCart Flex 32|2016-09-12|1490")
ACCESS_POINTS: Final = ("net|Ubiquiti|UniFi AP AC Pro|2015-07-20|165", "net|Aruba|IAP-205|2016-07-18|310")


def surroundings(school_id: str, pupils: int, moments: int) -> tuple[Purchase, ...]:
    """What a school of this size has around its pupils' devices, the same at every run."""
    dice = random.Random(f"around {school_id}")  # noqa: S311 - invented data
    groups = max(2, round(pupils / 25))
    old = groups // 2 if pupils > 100 else 0
    lines = [
        (dice.choice(STAFF), "team", _with_exception(groups + 1, moments, "s")),
        (dice.choice(NEW_BOARDS), "lokalen onderbouw", _steady(groups - old, moments)),
        (dice.choice(PRINTERS), "kopieerruimte", _steady(1 + pupils // 250, moments)),
        (dice.choice(CARTS), "gang", _steady(1 + pupils // 200, moments)),
    ]
    if old:
        lines += [
            (dice.choice(OLD_BOARDS), "lokalen bovenbouw", _steady(old, moments)),
            (dice.choice(PROJECTORS), "lokalen bovenbouw", _with_exception(old, moments, "b")),
        ]
    if pupils > 150:
        lines.append((dice.choice(ACCESS_POINTS), "hele school", _steady(groups // 2, moments)))
    # Numbered from 100: serials stay what they are when a school buys something more.
    return tuple(
        read_purchase(school_id, 100 + number, *line.split("|"), "", place, *states)
        for number, (line, place, states) in enumerate(lines)
    )


def _steady(count: int, moments: int) -> list[str]:
    return [str(count)] * moments


def _with_exception(count: int, moments: int, state: str) -> list[str]:
    """The last moment has one device in another state."""
    return [str(count)] * (moments - 1) + [f"{count - 1} 1{state}"]
