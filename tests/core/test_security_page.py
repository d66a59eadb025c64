"""docs/security.md names tests that are there."""

import re

from planning.core.paths import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(NAMED.findall(PAGE))
    assert len(named) > 30
    gone = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if not (ROOT / file).exists() or f"def {test}" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert gone == []


def test_the_requirements_that_bind_us_stand_in_it() -> None:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| ")]
    for number in ("5.2.3", "7.4.1", "7.4.2", "8.4.1"):
        assert any(number in row for row in rows)
