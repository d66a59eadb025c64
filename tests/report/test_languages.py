"""A report speaks one language, whatever it is written in: on paper, in the workbook and on the slides."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from planning.core.database import Database
from planning.core.translation import LANGUAGES, use_language
from planning.report.model import Audience
from planning.report.paper import report_pdf
from planning.report.slides import report_pptx
from planning.report.workbook import report_xlsx
from tests.conftest import NOW
from tests.report.conftest import Made
from tests.tongues import strayed, written_by_people

WRITTEN = re.compile(r"<(?:\w+:)?(?:t|v)(?: [^>]*)?>([^<]+)<|(?:descr|title|name)=\"([^\"]+)\"")
"""Texts in the files of Excel and PowerPoint: of cells, charts and slides, and those for screen readers."""


def texts_in(content: bytes) -> Iterator[str]:
    """Every text in a file of Excel or PowerPoint that somebody may read."""
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.match(r"(?:xl/(?:sharedStrings|charts|drawings|workbook)|ppt/(?:slides|charts))[/\w.-]*\.xml$", name):
                for pair in WRITTEN.findall(archive.read(name).decode()):
                    yield unescape("".join(pair))


@pytest.mark.parametrize("audience", [Audience.SUPERVISORS, Audience.SCHOOL])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_report_speaks_one_language_in_all_three_files(
    made: Made, example: Database, code: str, audience: Audience
) -> None:
    report, _sources = made(audience, code)
    use_language(code)
    with example.engine.connect() as connection:
        written = [report.foreword, *written_by_people(connection)]
    for page in PdfReader(BytesIO(report_pdf(report, NOW))).pages:
        whole = " ".join(re.sub("[-\xad]\n", "", page.extract_text()).split())  # a broken word is one word
        assert strayed([whole], code, written) == []
    assert strayed(texts_in(report_xlsx(report, NOW)), code, written) == []
    assert strayed(texts_in(report_pptx(report, NOW)), code, written) == []
