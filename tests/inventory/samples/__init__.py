"""Sample workbooks of every human shape, each with the truth it holds.

`python -m tests.inventory.samples DIR` writes them all; `sample(shape, seed)` makes one. Words in a truth are Dutch and
its keys are those of the shared sample set, so that `score_reading.py DIR` scores a reader on them.
"""

from functools import cache

from tests.inventory.samples.book import OTHER_VOICE, Sample
from tests.inventory.samples.families import (
    asset_register,
    beside_the_list,
    colours,
    device_blocks,
    formats,
    hidden,
    lot_notations,
    many_schools,
    matrix,
    matrix_states,
    odd_dates,
    sentences,
    sheet_per_room,
    side_by_side,
    stacked,
    transposed,
    two_row_headers,
    year_headings,
)

__all__ = ["OTHER_VOICE", "SHAPES", "Sample", "sample", "samples"]
MAKERS = {
    "matrix": (matrix.sample, 5),
    "matrix_states": (matrix_states.sample, 3),
    "side_by_side": (side_by_side.sample, 4),
    "stacked": (stacked.sample, 4),
    "device_blocks": (device_blocks.sample, 5),
    "transposed": (transposed.sample, 4),
    "sentences": (sentences.sample, 4),
    "asset_register": (asset_register.sample, 4),
    "colours": (colours.sample, 7),
    "hidden": (hidden.sample, 2),
    "year_headings": (year_headings.sample, 5),
    "two_row_headers": (two_row_headers.sample, 3),
    "sheet_per_room": (sheet_per_room.sample, 4),
    "beside_the_list": (beside_the_list.sample, 4),
    "lot_notations": (lot_notations.sample, 4),
    "many_schools": (many_schools.sample, 4),
    "formats": (formats.sample, 9),
    "odd_dates": (odd_dates.sample, 4),
}
SHAPES = tuple(MAKERS)


@cache
def sample(shape: str, seed: int) -> Sample:
    """One workbook of a shape; the same seed gives the same bytes."""
    return MAKERS[shape][0](seed)


def samples(shape: str, first: int = 0) -> list[Sample]:
    """The workbooks of a shape; from `OTHER_VOICE` on in the words of another coordinator."""
    return [sample(shape, first + seed) for seed in range(MAKERS[shape][1])]
