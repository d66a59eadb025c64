"""What is written in charts stands where it can be read."""

from datetime import date

import plotly.graph_objects as go

from pages.choices.chart import ShareBar, shares
from pages.goals.timeline import timeline
from pages.parts.theme import Theme
from pages.quality_teams.charts import hours_bars
from pages.ratios.charts import off_note, ratio_in_time
from pages.rounds.charts import two_lines
from planning.choices.model import POSTS
from planning.core.notation import NBHYPHEN
from planning.goals.plan import Milestone
from planning.quality_teams.model import Member
from planning.quality_teams.rules import Hours
from tests.goals.test_plan import plan
from tests.pages.conftest import SignedIn
from tests.pages.driving import words

WIDE = Theme(dark=False, compact=False, language="nl")


def written(figure: go.Figure) -> dict[str, bool]:
    """The texts of a chart, and whether each stands above its point."""
    return {note.text.replace(NBHYPHEN, "-"): (note.yshift or 0) > 0 for note in figure.layout.annotations if note.text}


def test_neighbours_of_long_names_stand_beside_each_other_below_the_line() -> None:
    both = plan(
        Milestone(1, 1, 1, "Jaarplan", "jaarplan i-Coaches", "rol", date(2018, 1, 22)),
        Milestone(2, 1, 1, "Bezoek", "helft scholen bezocht", "rol", date(2018, 3, 28)),
    )
    found = written(timeline(both, date(2018, 1, 1), WIDE))
    assert (found["22-1<br>jaarplan<br>i-Coaches"], found["28-3<br>helft scholen<br>bezocht"]) == (False, False)


def test_numbers_of_two_lines_stand_on_the_side_where_the_other_line_is_not() -> None:
    found = written(two_lines(["nu", "R2", "R3"], [166, 23, 40], [166, 59, 10], "oudste eerst", WIDE))
    assert (found["<b>23</b>"], found["59"]) == (False, True)
    assert (found["<b>40</b>"], found["10"]) == (True, False)


def test_a_count_shortly_before_now_has_its_number_below_the_line() -> None:
    past = [(date(2017, 1, 1), 7.3), (date(2018, 3, 14), 5.7), (date(2018, 5, 1), 5.6)]
    found = written(ratio_in_time(past, [(date(2020, 10, 1), 7.1)], 4.0, WIDE))
    assert found["5,7"] is False
    assert found["<b>5,6 nu</b>"] is True


def test_where_the_plan_comes_out_above_what_comes_without_it_its_numbers_stand_above() -> None:
    past = [(date(2017, 1, 1), 7.3), (date(2018, 5, 1), 3.5)]
    ahead, planned = [(date(2019, 10, 1), 3.1)], [(date(2019, 9, 1), 3.9)]
    below = written(ratio_in_time(past, ahead, 4.0, WIDE, planned))
    assert (below["3,9"], below["3,1"]) == (True, False)
    above = written(ratio_in_time(past, [(date(2019, 10, 1), 5.1)], 4.0, WIDE, planned))
    assert (above["3,9"], above["5,1"]) == (False, True)


def test_hours_beside_bars_add_up_to_what_the_figure_says_of_them() -> None:
    def hours(name: str, used: float) -> Hours:
        return Hours(Member(0, 1, name), 40, used, 0)

    found = hours_bars([hours("Anna", 33.5), hours("Bas", 33.5), hours("Cas", 34)], WIDE)
    used = [int(note.text.partition(" ")[0]) for note in found.layout.annotations]
    assert (used, sum(used)) == ([34, 33, 34], 101)


def test_a_name_that_reads_as_a_number_or_a_date_stays_a_name_on_its_axis() -> None:
    bars = [ShareBar(name, dict.fromkeys(POSTS, 100)) for name in ("2018-1", "1E5", "0012")]
    hours = [Hours(Member(0, 1, bar.name), 40, 30, 0) for bar in bars]
    assert {figure.layout.yaxis.type for figure in (shares(bars, WIDE), hours_bars(hours, WIDE))} == {"category"}


def test_a_mark_for_what_runs_off_the_chart_is_explained_and_only_there() -> None:
    past = [(date(2017, 1, 1), 6.5), (date(2018, 5, 1), 4.5)]
    far, near = [(date(2021, 10, 1), 15.3)], [(date(2021, 10, 1), 11.1)]
    assert written(ratio_in_time(past, far, 4.0, WIDE))["↑ 15,3"]
    assert off_note(past, far, 4.0) == "driehoek met ↑: de waarde ligt boven de grafiek"
    assert off_note(past, near, 4.0) == ""


def test_a_forecast_says_its_day_and_both_of_its_causes(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", "ratios/page.py"))
    causes = "Met de leerlingprognose, zonder de devices die dan aan vervanging toe zijn en zonder aankopen"
    assert f"{causes} wordt dat op 1-10-2018 1 op 5,3." in said
