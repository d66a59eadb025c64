"""Which devices count for pupils per device: one rule, used by the reader, the ratios and the screens."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from planning.inventory.reading import PUPIL_KINDS

COUNTS: Final = "counts"
_BY_STATUS: Final = {
    "disposed": "disposed",
    "missing": "missing",
    "ordered": "ordered",
    "broken": "broken",
    "in_repair": "in_repair",
    "spare": "spare",
}
STATUSES_LEFT_OUT: Final = tuple(_BY_STATUS)
"""States in which a device does not count, whatever it is."""
REASONS: Final = ("not_a_pupil_kind", "staff", *_BY_STATUS, "unsupported")
"""Why a device does not count, in the order they are asked. An unknown status or audience is no reason: the list says
nothing against the device."""


def counting_reasons(frame: pd.DataFrame, as_of: date | None) -> pd.Series:
    """The first of REASONS that keeps a row of `frame` out of the ratio on `as_of`, or COUNTS where it counts.

    `frame` has the columns kind, status, audience, support_until; the result has its index and type object. Without
    `as_of` nobody can say whether updates have ended, so that is not asked.
    """
    status = frame["status"].map(_BY_STATUS)
    conditions = [~frame["kind"].isin(PUPIL_KINDS), frame["audience"].eq("staff")]
    conditions += [status.eq(reason) for reason in _BY_STATUS.values()]
    conditions.append(_ended(frame["support_until"], as_of))
    chosen = np.select([c.to_numpy(dtype=bool) for c in conditions], list(REASONS), default=COUNTS)
    return pd.Series(chosen.astype(object), index=frame.index, dtype=object)


def _ended(support_until: pd.Series, as_of: date | None) -> pd.Series:
    # Distinct values: a fleet has few end dates, and they come as dates, timestamps or text.
    if as_of is None:
        return pd.Series(False, index=support_until.index)
    day = pd.Timestamp(as_of)
    known = {value: pd.Timestamp(value) < day for value in support_until.dropna().unique()}
    return support_until.map(known).eq(True)
