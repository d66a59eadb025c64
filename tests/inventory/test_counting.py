"""Which devices count for pupils per device."""

from datetime import date

import pandas as pd
import pytest

from planning.inventory.fleet.counting import counting_reasons

AS_OF = date(2018, 10, 1)


@pytest.mark.parametrize(
    ("kind", "status", "audience", "support_until", "reason"),
    [
        ("chromebook", "in_use", "pupils", None, "counts"),
        ("tablet", "unknown", "unknown", None, "counts"),
        ("printer", "in_use", "pupils", None, "not_a_pupil_kind"),
        ("interactive_board", "in_use", "pupils", None, "not_a_pupil_kind"),
        ("laptop", "in_use", "staff", None, "staff"),
        ("laptop", "disposed", "pupils", None, "disposed"),
        ("laptop", "missing", "pupils", None, "missing"),
        ("laptop", "ordered", "pupils", None, "ordered"),
        ("laptop", "broken", "pupils", None, "broken"),
        ("laptop", "in_repair", "pupils", None, "in_repair"),
        ("laptop", "spare", "pupils", None, "spare"),
        ("chromebook", "in_use", "pupils", date(2018, 9, 30), "unsupported"),
        ("chromebook", "in_use", "pupils", date(2018, 10, 1), "counts"),
        ("printer", "broken", "staff", date(2010, 1, 1), "not_a_pupil_kind"),
        ("laptop", "broken", "staff", None, "staff"),
    ],
)
def test_a_device_counts_unless_the_list_says_why_not(
    kind: str, status: str, audience: str, support_until: date | None, reason: str
) -> None:
    frame = pd.DataFrame(
        {"kind": [kind], "status": [status], "audience": [audience], "support_until": [support_until]}, index=[7]
    )
    assert counting_reasons(frame, AS_OF).to_dict() == {7: reason}


def test_without_a_day_no_update_has_ended() -> None:
    frame = pd.DataFrame(
        {"kind": ["laptop"], "status": ["in_use"], "audience": ["pupils"], "support_until": [date(2001, 1, 1)]}
    )
    assert counting_reasons(frame, None).tolist() == ["counts"]


def test_a_day_from_a_database_is_a_day() -> None:
    frame = pd.DataFrame(
        {
            "kind": ["laptop"] * 3,
            "status": ["in_use"] * 3,
            "audience": ["pupils"] * 3,
            "support_until": [pd.Timestamp(2018, 1, 1), pd.NaT, pd.Timestamp(2019, 1, 1)],
        }
    )
    assert counting_reasons(frame, AS_OF).tolist() == ["unsupported", "counts", "counts"]


def test_nothing_to_count_is_nothing() -> None:
    empty = pd.DataFrame({"kind": [], "status": [], "audience": [], "support_until": []})
    assert counting_reasons(empty, AS_OF).tolist() == []
