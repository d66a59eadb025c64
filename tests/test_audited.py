"""What the look for known weaknesses tells, and when it fails."""

from tests.audited import told

FINE = {"name": "a", "version": "1", "vulns": []}


def test_a_known_weakness_fails_and_is_named() -> None:
    text, code = told({"dependencies": [FINE, {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1"}]}]})
    assert (text.splitlines()[-1], code) == ("b 2: PYSEC-1", 1)


def test_what_could_not_be_looked_up_is_counted_and_fails_nothing() -> None:
    text, code = told({"dependencies": [FINE, {"name": "b", "skip_reason": "not found"}]})
    assert (text, code) == ("1 of 2 libraries were looked up, 0 have weaknesses", 0)
    assert told(None) == ("no index of known weaknesses answered: nothing was looked up", 0)
