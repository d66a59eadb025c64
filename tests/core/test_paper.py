"""A document for paper: readable by screen readers, the same bytes again, whatever people wrote in it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from planning.core.paper import typeset

NOON = datetime(2018, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "note.typ"
    file.write_text('#set document(title: "Note")\n#set text(lang: "nl")\n#json(bytes(sys.inputs.facts)).text')
    return file


def test_the_same_facts_and_moment_give_the_same_bytes(template: Path) -> None:
    one, other = (typeset(template, {"text": "Besluit"}, NOON) for _ in range(2))
    assert one == other
    assert one.startswith(b"%PDF-")
    assert b"pdfuaid:part" in one


@pytest.mark.parametrize(
    "text", ["# *_@$<\\", "漢字 😀", "\ufeffa\x00b\x1f", "é e\u0301 ő Ж λ", "x" * 5_000, "‘a’ – €\u00a05 → □"]
)
def test_what_people_write_is_printed_and_never_in_the_way(template: Path, text: str) -> None:
    assert typeset(template, {"text": text}, NOON).startswith(b"%PDF-")
