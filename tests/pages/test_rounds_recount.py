"""The sums of the page of rounds, counted again from the rows of the database, by none of our rules."""

import re
from collections import Counter
from datetime import date
from math import ceil

import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from planning.core.database import Database
from planning.example.load import AS_OF
from tests.pages.conftest import SignedIn
from tests.pages.driving import DYNAMIEK, words

HELD = """
    SELECT school_id, version FROM inventory AS one WHERE board_id = :board AND taken_back_at IS NULL
    AND holds_from <= :day AND NOT EXISTS (SELECT 1 FROM inventory AS later WHERE later.board_id = :board
      AND later.school_id = one.school_id AND later.taken_back_at IS NULL AND later.holds_from <= :day
      AND (later.holds_from, later.version) > (one.holds_from, one.version))"""
COHORTS = f"""
    SELECT c.school_id, c.kind, c.audience, c.status, c.support_until, c.purchased_latest, c.count FROM cohort AS c
    JOIN ({HELD}) AS held ON held.school_id = c.school_id AND held.version = c.version WHERE c.board_id = :board"""
PUPILS = """
    SELECT school_id, total FROM pupil_count AS one WHERE board_id = :board AND count_date = (
      SELECT max(count_date) FROM pupil_count AS c WHERE c.board_id = :board AND c.school_id = one.school_id
      AND c.count_date <= :day)"""
TARGETS = """
    SELECT s.school_id, COALESCE(s.own_target, b.pupils_per_device) FROM school AS s
    JOIN board AS b ON b.board_id = s.board_id WHERE s.board_id = :board"""
ORDERS = """
    SELECT o.school_id, o.kind, o.ordered_on, o.count - o.not_coming FROM purchase_order AS o
    JOIN purchase_round AS r ON r.board_id = o.board_id AND r.round_id = o.round_id
    WHERE o.board_id = :board AND r."on" < :day AND o.ordered_on <= :day ORDER BY o.ordered_on, o.order_id"""


def recounted(database: Database) -> tuple[int, int]:
    """Devices short now, and those ordered in rounds that have been that stand in no inventory yet."""
    with database.read(DYNAMIEK) as connection:

        def rows(query: str) -> list[sa.Row[tuple[object, ...]]]:
            return list(connection.execute(sa.text(query), {"board": DYNAMIEK, "day": AS_OF.isoformat()}))

        cohorts, pupils, targets, orders = rows(COHORTS), rows(PUPILS), dict(map(tuple, rows(TARGETS))), rows(ORDERS)
    counted: Counter[str] = Counter()
    bought: Counter[tuple[str, str, str]] = Counter()
    for school, kind, audience, status, until, latest, n in cohorts:
        ends = until is not None and date.fromisoformat(str(until)) <= AS_OF
        if kind in ("chromebook", "laptop", "tablet", "desktop") and audience != "staff":
            counted[school] += n if status == "in_use" and not ends else 0
        if latest and audience != "staff" and status != "ordered":
            bought[school, kind, str(latest)] += n
    coming = 0
    for school, kind, ordered_on, due in orders:
        for key in sorted(key for key in bought if key[:2] == (school, kind) and key[2] >= str(ordered_on)):
            seen = min(due, bought[key])
            bought[key] -= seen
            due -= seen
        coming += due
    return sum(max(0, ceil(total / targets[school]) - counted[school]) for school, total in pupils), coming


def shown(app: AppTest) -> list[int]:
    """The terms of the line of sums below the figures, its outcome last."""
    line = next(text for text in words(app).splitlines() if text.startswith("Tekort aan devices: "))
    signed = re.findall(r"(?:([−+]) |(?:= \*\*)|: )(\d+) ", line)
    return [-int(n) if sign == "−" else int(n) for sign, n in signed]


def test_the_line_of_sums_is_what_the_rows_say_and_adds_up(signed_in: SignedIn, database: Database) -> None:
    short, coming = recounted(database)
    found = shown(signed_in("voorzitter", "rounds/page.py"))
    assert found[:2] == [short, -coming]
    assert sum(found[:-1]) == found[-1]
