"""Reading and marking in a process of their own: the same outcome, and nothing a file does reaches the server."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from planning.core.apart import Allowance, DefectApart, JobResult, JobServer
from planning.inventory.apart import mark_apart, read_apart
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.write.marking import mark_workbook
from planning.workbooks import apart, limits
from planning.workbooks.model import FileRefused
from tests.making import workbook

LIST = [["Soort", "Merk", "Aantal", "Aangeschaft"], ["laptop", "HP", 3, 2016], ["chromebook", "Acer", "?", 2017]]


def test_a_file_reads_apart_as_it_does_here() -> None:
    content = workbook(LIST)
    here = read_inventory(content, "lijst.xlsx", Guidance(date(2018, 1, 1), answers={"Sheet!C3:count-unclear": "one"}))
    there = read_apart(content, "lijst.xlsx", Guidance(date(2018, 1, 1), answers={"Sheet!C3:count-unclear": "one"}))
    assert there.devices.equals(here.devices)
    assert there.devices.dtypes.equals(here.devices.dtypes)
    assert (there.file, there.sheets, there.problems) == (here.file, here.sheets, here.problems)


def test_a_refusal_comes_back_with_its_reason() -> None:
    with pytest.raises(FileRefused) as refused:
        read_apart(b"%PDF-1.4", "foto.pdf")
    assert (refused.value.code, refused.value.values) == ("pdf", {"name": "foto.pdf"})


def test_a_file_too_large_to_look_at_is_not_even_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(apart, "run")
    with pytest.raises(FileRefused) as refused:
        read_apart(bytes(limits.LIMITS.size + 1), "lijst.xlsx")
    assert refused.value.code == "too_big"


@pytest.mark.parametrize(
    ("allowance", "code"),
    [
        (Allowance(processor_seconds=4, wall_seconds=1, memory=limits.READING.memory), "too_slow"),
        (Allowance(processor_seconds=4, wall_seconds=20, memory=10 * 1024**2), "too_much_to_read"),
    ],
)
def test_a_limit_passed_is_a_refusal(monkeypatch: pytest.MonkeyPatch, allowance: Allowance, code: str) -> None:
    monkeypatch.setattr(limits, "READING", allowance)
    rows = [["Soort", "Merk"], *[["laptop", f"merk {n}"] for n in range(150_000)]]
    content = "\n".join(";".join(row) for row in rows).encode()
    with pytest.raises(FileRefused) as refused:
        read_apart(content, "lijst.csv")
    assert refused.value.code == code


def test_a_defect_of_ours_stays_a_defect() -> None:
    with pytest.raises(DefectApart) as defect:
        read_apart(b"Soort;Merk;Aantal\nlaptop;Fenna;?", "lijst.csv", Guidance(answers=[1]))  # type: ignore[arg-type]
    assert "planning/inventory" in str(defect.value)
    assert "Fenna" not in str(defect.value)


def test_the_process_apart_knows_no_database() -> None:
    apart.start()
    assert apart.run(limits.READING, loaded).value & {"sqlalchemy", "streamlit", "psycopg"} == set()


def loaded() -> set[str]:
    """What the process apart has imported."""
    import sys

    return set(sys.modules)


def test_a_workbook_is_marked_apart_as_it_is_here() -> None:
    content = workbook(LIST)
    reading = read_apart(content, "lijst.xlsx")
    marked = load_workbook(BytesIO(mark_apart(content, reading)))
    here = load_workbook(BytesIO(mark_workbook(content, reading)))
    assert marked.sheetnames == here.sheetnames
    assert marked["Lijst"]["C3"].comment.text == here["Lijst"]["C3"].comment.text


def test_a_workbook_too_heavy_to_mark_gives_the_remarks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(LIST)
    reading = read_apart(content, "lijst.xlsx")
    monkeypatch.setattr(apart, "run", lambda *_: JobResult("time"))
    sheets = load_workbook(BytesIO(mark_apart(content, reading)))
    assert sheets.sheetnames == ["Opmerkingen"]
    cells = [str(cell.value) for row in sheets["Opmerkingen"].iter_rows() for cell in row]
    assert any("te veel om in te markeren" in cell for cell in cells)
    assert any("hoeveel devices" in cell for cell in cells)


def test_the_process_is_started_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    server = JobServer("planning.inventory.apart:warm_up")
    monkeypatch.setattr(apart, "_APART", server)
    apart.start()
    assert server._process is not None
    assert server._process.poll() is None
