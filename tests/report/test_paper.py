"""The report on paper: its figures can be found in it, and a screen reader reads it."""

from dataclasses import replace
from io import BytesIO
from time import process_time

import page
from pypdf import PdfReader

from planning.report.model import ReportPoints, ReportTable, SectionKey
from planning.report.paper import report_pdf
from planning.report.slides import report_pptx
from planning.report.workbook import report_xlsx
from tests.conftest import NOW
from tests.report.conftest import Made

HOSTILE = '#panic("x") *_$@<a> \\ 漢字 😀 \x00\ufeff = "'


def is_for_screen_readers(content: bytes) -> bool:
    """Whether it holds to every rule of PDF/UA-1 that a program can check."""
    return page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_figures_are_in_it_as_text_and_a_screen_reader_reads_it(made: Made) -> None:
    report, _sources = made()
    began = process_time()
    content = report_pdf(report, NOW)
    assert report_xlsx(report, NOW)
    assert report_pptx(report, NOW)
    assert process_time() - began < 5  # 20 schools, all three files; 0.4 s on the machine it was made on
    told = " ".join("\n".join(one.extract_text() for one in PdfReader(BytesIO(content)).pages).split())
    told = told.replace("\u00a0", " ").replace("\u2011", "-")
    for key in (SectionKey.STANDING, SectionKey.PLAN, SectionKey.MONEY):
        for found in report.section(key).tables:
            for row in found.texts():
                assert " ".join(" ".join(row).replace("\u2011", "-").split()) in told, row
    assert is_for_screen_readers(content)
    assert b"/Lang" in content
    assert content == report_pdf(report, NOW)


def test_the_check_for_screen_readers_can_fail(made: Made) -> None:
    content = report_pdf(made()[0], NOW)
    assert not is_for_screen_readers(content.replace(b"/StructTreeRoot", b"/StructTreeRoox"))
    assert not is_for_screen_readers(content.replace(b"pdfuaid:part", b"pdfuaid:prat"))


def test_whatever_people_write_is_text(made: Made) -> None:
    report, _sources = made()
    standing = report.section(SectionKey.STANDING)
    found = standing.tables[0]
    rows = ((HOSTILE, *found.rows[0][1:]), *found.rows[1:])
    parts = (HOSTILE, ReportPoints((HOSTILE,)), ReportTable(HOSTILE, found.columns, rows, note=HOSTILE))
    hostile = replace(
        report, title=HOSTILE, foreword=HOSTILE, sections=(replace(standing, message=HOSTILE, parts=parts),)
    )
    assert is_for_screen_readers(report_pdf(hostile, NOW))


def test_a_name_that_begins_with_an_apostrophe_is_set_as_it_is_written(made: Made) -> None:
    report, _sources = made()
    pages = PdfReader(BytesIO(report_pdf(replace(report, title="Devices op 't Vlindertje", sections=()), NOW))).pages
    assert "Devices op 't Vlindertje" in pages[0].extract_text()
