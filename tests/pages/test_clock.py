"""Just after midnight in the Netherlands every page works with the new day."""

from streamlit.testing.v1 import AppTest

from pages.subjects import SUBJECTS
from planning.core.database import Database
from tests.conftest import HALF_PAST_MIDNIGHT, SetClock, work_as_of_today
from tests.pages.conftest import SignedIn
from tests.pages.driving import words

SECTIONS = {
    "competences": ("beeld", "zelfscan"),
    "quality_teams": ("overzicht", "bezoek"),
    "privacy": ("overzicht", "normen", "incidenten"),
    "settings": ("scholen", "doelen"),
}
UNDATED = {
    *(("guide", ""), ("inventory", ""), ("manual", ""), ("quality_teams", "bezoek"), ("settings", "doelen")),
    *(("network", ""), ("partners", "")),  # what boards say to each other is of the day it was said
}
"""What names no day of its own accord."""


def everything(app: AppTest) -> str:
    """What the page says, in its filter, its fields and its charts too."""
    filters = [str(block.proto.popover.label) for block in app.get("popover")]
    days = [f"{field.value:%-d-%-m-%Y} {field.max:%-d-%-m-%Y}" for field in app.date_input if field.value]
    charts = [str(chart.proto.spec) for chart in app.get("plotly_chart")]
    return "\n".join([words(app), *filters, *days, *charts]).replace("\u2011", "-")


def test_just_after_midnight_every_page_says_1_october(
    signed_in: SignedIn, database: Database, set_clock: SetClock
) -> None:
    work_as_of_today(database, "47920")
    set_clock(HALF_PAST_MIDNIGHT)
    app = signed_in("bovenschools", school="03UZ00")
    undated = set()
    for subject in SUBJECTS:
        for section in SECTIONS.get(subject.place.folder, ("",)):
            app.query_params["deel"] = section
            app.switch_page(subject.place.file).run()
            said, here = everything(app), (subject.place.folder, section)
            assert not app.exception
            assert "30-9-2018" not in said, here
            if "1-10-2018" not in said:
                undated.add(here)
    assert undated == UNDATED
