"""The partner boards' fleets: one moment, drawn from a few palettes so that each school counts as many as asked."""

import random
from typing import Final

from data.examples.maker.lots import Purchase, read_purchase

# Share of what counts | kind | brand | model | bought | price | updates until | places
PALETTES: Final = (
    (
        "0.55|cb|HP|Chromebook 11 G4|2016-09-19|239||groep 7/8",
        "0.20|tab|Apple|iPad Air|2014-10-20|385||groep 1/2",
        "0.25|lap|HP|ProBook 450 G1|2014-01-20|545||groep 6",
    ),
    (
        "0.45|cb|Acer|Chromebook 11 N7|2017-09-18|269||groep 6, groep 7",
        "0.30|cb|Acer|Chromebook 11 C740|2015-08-24|255||groep 8",
        "0.25|desk|Lenovo|ThinkCentre M73|2014-08-18|419||leerplein",
    ),
    (
        "0.35|lap|Lenovo|ThinkPad L440|2014-09-22|565||groep 8",
        "0.40|cb|Lenovo|N22 Chromebook|2017-01-23|249||groep 5/6",
        "0.25|tab|Samsung|Galaxy Tab A 10.1|2016-10-17|229||groep 3",
    ),
    (
        "0.60|cb|Dell|Chromebook 11 3180|2017-06-26|269||kar 1",
        "0.25|cb|Dell|Chromebook 11 3120|2015-10-26|249||groep 6/7",
        "0.15|desk|Dell|OptiPlex 390|2011-09-19|420||mediatheek",
    ),
)


def lighter_fleet(school_id: str, countable: int) -> tuple[Purchase, ...]:
    """Purchases of which `countable` devices count, and a few that do not."""
    dice = random.Random(f"lighter {school_id}")  # noqa: S311 - invented data
    palette = PALETTES[dice.randrange(len(PALETTES))]
    rest = countable
    purchases = []
    for number, line in enumerate(palette):
        share, *purchase = line.split("|")
        count = rest if number == len(palette) - 1 else round(countable * float(share))
        rest -= count
        beside = dice.choice(("", " 1r", " 1b", " 1s", " 2b"))
        purchases.append(read_purchase(school_id, number, *purchase, f"{count}{beside}"))
    return tuple(purchases)
