"""The inventory in force out as the filled template, and in again: nothing changes."""

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.inventory.fleet.compare import compare, totals
from planning.inventory.fleet.records import LOT_COLUMNS
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import AUDIENCES, STATUSES
from planning.inventory.values.periods import NO_PERIOD, day, month, school_year, year
from planning.inventory.values.places import level_of
from planning.inventory.values.support import support_of
from planning.inventory.write.filled import fill_template

COUNTED = date(2018, 5, 1)
MODELS = (
    ("chromebook", "HP", "Chromebook 11 G5 EE"), ("laptop", "Lenovo", "ThinkPad L450"),
    ("tablet", "Apple", "iPad Air 2"),
    ("desktop", "Dell", "OptiPlex 3020"), ("interactive_board", "Prowise", 'Touchscreen 65"'), ("other", None, None),
    ("laptop", "Zwolsoft", "Zwolbook 3"), ("chromebook", None, None), ("charging_cart", "Leba", None),
)  # fmt: skip
PERIODS = (NO_PERIOD, day(2017, 4, 3), month(2016, 9), year(2015), school_year(2016))
PLACES = (None, "groep 7", "groep 1/2", "lokaal 12", "kar 2", "directie", "magazijn", "mediatheek")


@st.composite
def fleets(draw: st.DrawFn) -> pd.DataFrame:
    """Lots as they are kept, every field by itself."""
    rows = []
    for place in range(draw(st.integers(1, 8))):
        kind, brand, model = draw(st.sampled_from(MODELS))
        single = draw(st.booleans())
        said = draw(st.sampled_from([None, date(2019, 3, 31), date(2017, 6, 30)]))
        support = support_of(kind, brand, model, model, "", COUNTED)
        cents = draw(st.sampled_from([None, 24900, 27950, 128_000]))
        location = draw(st.sampled_from(PLACES))
        rows.append(
            dict.fromkeys(LOT_COLUMNS)
            | {
                "kind": kind, "brand": brand, "model": model, "model_as_written": model,
                "serial": f"5CD00{place:04}X" if single else None, "count": 1 if single else draw(st.integers(1, 40)),
                "price_cents": cents, "price_vat": draw(st.sampled_from(["included", "excluded", "unknown"])),
                "status": draw(st.sampled_from(STATUSES)), "audience": draw(st.sampled_from(AUDIENCES)),
                "location": location, "level": level_of(location or ""),
                "last_seen": draw(st.sampled_from([None, date(2018, 1, 9)])),
                "repairs": draw(st.sampled_from([None, 0, 2])),
                "support_until": said or support.until, "support_source": "list" if said else support.source,
            }
            | draw(st.sampled_from(PERIODS)).change()
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(LOT_COLUMNS), dtype=object)


def again(lots: pd.DataFrame) -> pd.DataFrame:
    content = fill_template(lots, "00AA00", "De Linde", COUNTED)
    reading = read_inventory(content, "inventaris.xlsx", Guidance(COUNTED))
    assert (reading.open_problems, reading.stated_date) == ((), COUNTED)
    return reading.devices


SAME = [name for name in LOT_COLUMNS if name not in ("sheet", "row", "column", "purchased_as_written", "price_vat")]


@settings(max_examples=40)
@given(fleets())
def test_whatever_is_kept_comes_back_as_it_was(lots: pd.DataFrame) -> None:
    read = again(lots)
    differences = totals(compare(lots, read))
    assert differences == {"new": 0, "changed": 0, "unchanged": int(lots["count"].sum()), "gone": 0}
    assert [[None if pd.isna(v) else v for v in row] for row in read[SAME].to_numpy().tolist()] == lots[
        SAME
    ].to_numpy().tolist()
    priced = lots["price_cents"].notna()
    assert read.loc[priced, "price_vat"].tolist() == lots.loc[priced, "price_vat"].tolist()
