"""The report as slides: charts with the figures of the report that can be edited, titles that say something."""

from io import BytesIO

import pytest
from pptx import Presentation

from planning.report.model import ChartKind, Report
from planning.report.slides import MOST_LINES, headline, report_pptx
from tests.conftest import NOW
from tests.report.conftest import Made


@pytest.fixture(scope="module")
def report(made: Made) -> Report:
    return made()[0]


def test_every_chart_is_native_with_the_figures_of_the_report(report: Report) -> None:
    slides = Presentation(BytesIO(report_pptx(report, NOW))).slides
    drawn = [shape for slide in slides for shape in slide.shapes if shape.has_chart]
    charts = [chart for section in report.sections for chart in section.charts]
    assert len(drawn) == len(charts)
    by_alt = {shape._element.xpath(".//p:cNvPr")[0].get("descr"): shape.chart for shape in drawn}
    for chart in charts:
        plot = by_alt[chart.alt].plots[0]
        assert tuple(plot.categories) == chart.categories
        if chart.kind is not ChartKind.BRIDGE:
            scale = 100 if chart.unit == "euros" else 1
            for one, expected in zip(plot.series, chart.series, strict=True):
                known = [None if value is None else value / scale for value in expected.values]
                assert list(one.values) == pytest.approx(known)


def test_a_slide_has_a_title_of_its_own_and_few_lines(report: Report) -> None:
    slides = Presentation(BytesIO(report_pptx(report, NOW))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles)
    assert len(set(titles)) >= len(titles) - 1  # a list that goes on twice is called so twice
    assert "De groep staat op 1\u00a0op\u00a04,5 en komt 166 devices tekort." in titles
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                assert len(shape.text_frame.paragraphs) <= MOST_LINES
                assert {run._r.rPr.get("lang") for line in shape.text_frame.paragraphs for run in line.runs} <= {
                    "nl-NL"
                }


def test_the_first_sentence_is_the_headline() -> None:
    assert headline("De groep staat op 1 op 4,5. Er is 1 tekort.") == (
        "De groep staat op 1 op 4,5.",
        ["Er is 1 tekort."],
    )


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert report_pptx(report, NOW) == report_pptx(report, NOW)
