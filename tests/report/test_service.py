"""Reports as they are kept, who opens them, and how they are made in the background."""

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planning.__main__ import main
from planning.core import work
from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person, Role
from planning.core.settings import settings
from planning.report import making, service
from planning.report.choice import ReportChoice
from planning.report.making import Making, Step
from planning.report.model import Audience, SectionKey
from planning.report.records import ReportVersion, WholeReport
from tests.conftest import NOW
from tests.report.conftest import BOARD, CHAIR

READER = Person("gmr", BOARD, "GMR", Role.READER)
GROUP = Person("bovenschools", BOARD, "Bovenschools", Role.GROUP_ICT)
SMALL = ReportChoice(Audience.COUNCIL, (SectionKey.COUNTED, SectionKey.STANDING), foreword="  Vooraf\x00 ")


@pytest.fixture
def database(example: Database, tmp_path: Path) -> Database:
    """A copy of its own, to write in."""
    assert example.url.database
    return Database(f"sqlite:///{shutil.copy(example.url.database, tmp_path / 'own.db')}")


def whole(title: str = "Rapport") -> WholeReport:
    version = ReportVersion(0, NOW, "", NOW.date(), title, "GMR", False, SMALL)
    return WholeReport(version, {"title": title}, {"pdf": b"%PDF-\xff", "xlsx": b"PK1", "pptx": b"PK2"})


def ended(database: Database, one: Making) -> Making:
    work.carry_out_all(database)
    return next(other for other in making.makings_of(GROUP, database) if other.task_id == one.task_id)


def test_a_report_is_made_in_the_background_and_kept_with_its_files(database: Database) -> None:
    one = ended(database, making.make(GROUP, database, NOW, NOW.date(), SMALL))
    assert one.step is Step.READY
    making.let_go(GROUP, database, one.task_id)
    assert making.makings_of(GROUP, database) == ()
    [kept] = service.reports(CHAIR, database)
    assert (kept.made_by, kept.choice.foreword, kept.choice.sections[0]) == (
        "Bovenschools ICT-coördinator",
        "Vooraf",
        SectionKey.STANDING,
    )
    pdf = service.report_file(CHAIR, database, kept.number, "pdf")
    assert "Hoe er is gerekend" in PdfReader(BytesIO(pdf)).pages[1].extract_text()
    assert service.report_file(CHAIR, database, kept.number, "xlsx").startswith(b"PK")


def test_a_report_that_is_ready_has_no_screen_drawn_anew(database: Database) -> None:
    before = database.data_version(BOARD)
    ended(database, making.make(GROUP, database, NOW, NOW.date(), SMALL))
    assert (len(service.reports(CHAIR, database)), database.data_version(BOARD)) == (1, before)


def test_why_a_report_was_not_made_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    one = ended(database, making.make(GROUP, database, NOW, NOW.date(), replace(SMALL, sections=())))
    assert [reason.code for reason in one.reasons] == ["report_empty"]
    making.let_go(GROUP, database, one.task_id)
    monkeypatch.setattr(making, "report_content", lambda *_a, **_k: 1 / 0)
    one = ended(database, making.make(GROUP, database, NOW, NOW.date(), SMALL))
    assert [reason.code for reason in one.reasons] == ["report_not_made"]
    assert service.reports(CHAIR, database) == ()


def test_a_report_that_two_workers_make_is_kept_once_and_one_that_was_let_go_never(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "report_content", lambda *_a, **_k: None)
    meanwhile: list[str] = []

    def another_comes_first(*_a: object, **_k: object) -> WholeReport:
        if not meanwhile:
            meanwhile.append("made")
            work.carry_out(database, BOARD, one.task_id)
        return whole()

    monkeypatch.setattr(making, "whole_report", another_comes_first)
    one = making.make(GROUP, database, NOW, NOW.date(), SMALL)
    assert ended(database, one).step is Step.READY
    assert len(service.reports(CHAIR, database)) == 1

    two = making.make(GROUP, database, NOW, NOW.date(), SMALL)
    monkeypatch.setattr(making, "whole_report", lambda *_a: making.let_go(GROUP, database, two.task_id) or whole())
    work.carry_out_all(database)
    assert len(service.reports(CHAIR, database)) == 1


def test_no_more_than_two_reports_of_a_board_wait(database: Database) -> None:
    for _one in range(2):
        making.make(CHAIR, database, NOW, NOW.date(), SMALL)
    with pytest.raises(Refused, match="reports_wait"):
        making.make(GROUP, database, NOW, NOW.date(), SMALL)


def test_readers_open_what_the_chair_shares_and_nothing_else(database: Database) -> None:
    number = service.keep_report(GROUP, database, NOW, whole()).number
    assert service.reports(READER, database) == ()
    with pytest.raises(Refused, match="report_gone"):
        service.report_file(READER, database, number, "pdf")
    with pytest.raises(NotAllowed):
        service.share_report(GROUP, database, NOW, number, is_shared=True)
    service.share_report(CHAIR, database, NOW, number, is_shared=True)
    assert [one.number for one in service.reports(READER, database)] == [number]
    assert service.report_file(READER, database, number, "pdf") == b"%PDF-\xff"


def test_what_was_removed_can_be_put_back_as_it_was(database: Database) -> None:
    number = service.keep_report(CHAIR, database, NOW, whole()).number
    removed = service.remove_report(CHAIR, database, NOW, number)
    assert service.reports(CHAIR, database) == ()
    service.put_back_report(CHAIR, database, NOW, removed)
    assert service.report_file(CHAIR, database, number, "pptx") == b"PK2"
    with pytest.raises(Refused, match="report_there"):
        service.put_back_report(CHAIR, database, NOW, removed)


def test_the_oldest_that_is_not_shared_goes_when_there_are_too_many(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "KEPT", 2)
    first = service.keep_report(CHAIR, database, NOW, whole("eerste")).number
    service.share_report(CHAIR, database, NOW, first, is_shared=True)
    for at, title in enumerate(("tweede", "derde", "vierde")):
        service.keep_report(CHAIR, database, NOW + timedelta(minutes=at), whole(title))
    assert [one.title for one in service.reports(CHAIR, database)] == ["vierde", "derde", "eerste"]


def test_the_command_writes_a_file_and_says_its_content(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", str(database.url))
    settings.cache_clear()
    file = tmp_path / "rapport.xlsx"
    assert (
        main(["report", "--board", BOARD, "--out", str(file), "--json", "--section", "standing", "--lang", "en"]) == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["board_id"], [one["key"] for one in told["sections"]]) == (BOARD, ["standing"])
    assert told["sections"][0]["message"].startswith("7 of the 20 schools reach their target.")
    assert file.read_bytes().startswith(b"PK")
    assert main(["report", "--board", BOARD, "--out", str(tmp_path / "rapport.doc")]) == 2
    assert main(["report", "--board", BOARD, "--json", "--section", "weer"]) == 2
    assert service.reports(CHAIR, database) == ()
    settings.cache_clear()
