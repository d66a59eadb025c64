"""The forecast of pupils: ages move up as the board showed, new pupils come as before, own figures go first."""

from datetime import date

import pandas as pd
import pytest

from planning.core.notation import NBHYPHEN
from planning.core.paths import EXAMPLES
from planning.core.translation import use_language
from planning.organisation.duo import AGE_COLUMNS, read_pupil_file
from planning.organisation.forecast import (
    FORECAST_COLUMNS,
    NATIONAL_RATES,
    Progression,
    forecast,
    group_totals,
    intake,
    progression,
)
from planning.organisation.forecast_text import method_text
from planning.organisation.levels import AGES, LEVELS, pupils_per_level


def day(year, month=10, of_month=1):
    return date(year, month, of_month)


def count(school_id, when, ages=None, total=None, levels=None):
    """One row of counts: by age, by level, or a total alone."""
    per_level = pupils_per_level(ages) if ages else levels or dict.fromkeys(LEVELS)
    total = sum(ages.values()) if ages and total is None else total
    return {"school_id": school_id, "count_date": when, "total": total, **per_level, "ages": ages}


def counts(*rows):
    return pd.DataFrame(rows, columns=["school_id", "count_date", "total", *LEVELS, "ages"])


def pupils(frame, school_id="A"):
    return frame.loc[frame["school_id"] == school_id, "pupils"].tolist()


EVEN = dict.fromkeys(range(4, 12), 10)  # 80 pupils, ten of every age


def test_ages_move_up_at_the_boards_own_rate_and_new_pupils_are_the_mean_of_known_years():
    known = counts(count("A", day(2015), {4: 40, 5: 50}), count("A", day(2016), {4: 60, 5: 44, 6: 40}))

    year = forecast(known, years=1).iloc[0]

    assert list(year.index) == list(FORECAST_COLUMNS)
    assert (year.count_date, year.method) == (day(2017), "forecast")
    assert year.lower == 50 + 66  # new: (40 + 60) / 2; five: 60 x 44/40
    assert year.middle == 35 + 40  # six: 44 x 40/50; seven: 40 x 1, as no six-year-olds were followed
    assert (year.upper, year.pupils) == (0, 191)


def test_rates_are_the_whole_boards_not_the_schools():
    known = counts(
        count("A", day(2015), {8: 30}), count("A", day(2016), {8: 30, 9: 30}),
        count("B", day(2015), {8: 30}), count("B", day(2016), {8: 30, 9: 15}),
    )  # fmt: skip

    assert progression(known).rate(8) == 45 / 60


def test_a_school_counted_in_one_year_only_moves_no_rate():
    known = counts(
        count("A", day(2015), {8: 40}), count("A", day(2016), {9: 40}),
        count("NEW", day(2016), {9: 500}), count("GONE", day(2015), {8: 500}),
    )  # fmt: skip

    assert progression(known) == Progression({8: (40, 40)})


def test_counts_two_years_apart_tell_no_yearly_rate():
    assert progression(counts(count("A", day(2015), {8: 40}), count("A", day(2017), {9: 20}))).seen == {}


def test_a_rate_seen_at_a_few_pupils_is_not_used():
    known = progression(counts(count("A", day(2015), {5: 29, 6: 30}), count("A", day(2016), {6: 1, 7: 15})))

    assert (known.rate(5), known.rate(6)) == (1.0, 0.5)


def test_with_one_count_pupils_leave_as_in_the_whole_country():
    known = counts(count("A", day(2016), {9: 1000, 10: 1000, 11: 1000, 12: 1000, 13: 1000}))

    assert [round(1000 * NATIONAL_RATES[age]) for age in (10, 11, 12)] == [896, 151, 25]
    assert pupils(forecast(known, years=1)) == [1000 + 896 + 151 + 25]


def test_five_years_follow_the_last_count():
    frame = forecast(counts(count("A", day(2016), EVEN)))

    assert frame.count_date.tolist() == [day(year) for year in range(2017, 2022)]


def test_schools_end_at_the_same_year_also_when_one_was_counted_earlier():
    frame = forecast(counts(count("A", day(2016), EVEN), count("B", day(2015), EVEN)), years=2)

    assert frame[frame.school_id == "B"].count_date.tolist() == [day(2016), day(2017), day(2018)]
    assert frame[frame.school_id == "A"].count_date.tolist() == [day(2017), day(2018)]


def test_levels_add_up_to_whole_pupils():
    known = counts(count("A", day(2016), {4: 7, 5: 5, 6: 3, 9: 3, 10: 7, 11: 7}))

    frame = forecast(known)

    assert (frame[list(LEVELS)].sum(axis=1) == frame.pupils).all()
    assert frame.pupils.dtype == "int64"


def test_a_later_total_keeps_the_ages_expected_and_meets_the_number_counted():
    with_ages = counts(count("A", day(2016), EVEN))
    expected = pupils(forecast(with_ages, years=3))

    after_count = forecast(counts(count("A", day(2016), EVEN), count("A", day(2017), total=expected[0] * 2)), years=2)

    assert after_count.count_date.tolist() == [day(2018), day(2019)]
    assert pupils(after_count) == pytest.approx([2 * n for n in expected[1:]], abs=1)


def test_a_later_count_per_level_is_met_level_by_level():
    levels = {"lower": 40, "middle": 30, "upper": 10}
    known = counts(count("A", day(2016), EVEN), count("A", day(2017), total=80, levels=levels))

    year = forecast(known, years=1).iloc[0]

    assert year.lower == 40  # 20 new ones as the lower years doubled, and 20 who were 4
    assert year.middle == 20 + 10 + 10


def test_a_count_in_february_stands_for_the_october_before():
    known = counts(count("A", day(2016), EVEN), count("A", day(2017, 2), total=160))

    frame = forecast(known, years=1)

    assert frame.count_date.tolist() == [day(2018, 2)]
    assert frame.lower.tolist() == [40]


def test_a_school_without_ages_takes_those_of_the_board():
    known = counts(count("A", day(2016), {4: 20, 5: 20}), count("B", day(2016), total=80))

    assert forecast(known, years=1).set_index("school_id").loc["B", list(LEVELS)].tolist() == [80, 40, 0]


def test_a_board_without_any_ages_has_eight_equal_years():
    assert pupils(forecast(counts(count("A", day(2016), total=80)), years=1)) == [80]  # seven of 10 and 9 + 1.5 leaving


def test_a_school_without_pupils_stays_empty():
    known = counts(count("A", day(2015), EVEN), count("A", day(2016), {4: 0}, total=0), count("B", day(2016), total=0))

    frame = forecast(known, years=2)

    assert (pupils(frame, "A"), pupils(frame, "B")) == ([0, 0], [0, 0])


def test_an_own_figure_replaces_its_year_and_later_years_follow_in_proportion():
    known = counts(count("A", day(2016), EVEN), count("B", day(2016), EVEN))
    plain = pupils(forecast(known))

    frame = forecast(known, overrides={("A", day(2018)): plain[1] * 3})

    mine = frame[frame.school_id == "A"]
    assert mine.method.tolist() == ["forecast", "own_figure", "forecast", "forecast", "forecast"]
    assert mine.pupils.tolist()[:2] == [plain[0], plain[1] * 3]
    assert mine.pupils.tolist()[2:] == pytest.approx([3 * n for n in plain[2:]], abs=2)
    assert (mine[list(LEVELS)].sum(axis=1) == mine.pupils).all()
    assert pupils(frame, "B") == plain


def test_an_own_figure_gives_an_empty_school_pupils_again():
    known = counts(count("A", day(2016), total=0), count("B", day(2016), EVEN))

    assert pupils(forecast(known, years=2, overrides={("A", day(2017)): 40}))[0] == 40


def test_a_count_goes_before_an_own_figure_of_its_year():
    known = counts(count("A", day(2016), EVEN))

    assert pupils(forecast(known, overrides={("A", day(2016)): 999})) == pupils(forecast(known))


def test_a_special_school_keeps_its_last_count_and_moves_no_rate():
    known = counts(
        count("A", day(2015), {8: 40}), count("A", day(2016), {9: 40}),
        count("S", day(2015), {8: 90}), count("S", day(2016), {9: 99, 10: 12}),
    )  # fmt: skip

    frame = forecast(known, years=3, special_schools={"S"})

    assert pupils(frame, "S") == [111, 111, 111]
    assert progression(known, special_schools={"S"}).seen == {8: (40, 40)}


def test_ages_and_dates_are_read_as_the_store_keeps_them():
    stored = counts(count("A", day(2016), EVEN))
    stored["ages"] = [{str(age): n for age, n in EVEN.items()}]
    stored["count_date"] = pd.to_datetime(stored["count_date"])
    with_gap = pd.concat([stored, counts(count("A", day(2017), total=80))])  # levels become NaN

    assert pupils(forecast(stored)) == pupils(forecast(counts(count("A", day(2016), EVEN))))
    assert forecast(with_gap, years=1).count_date.tolist() == [day(2018)]


def test_without_counts_there_is_no_forecast():
    assert list(forecast(counts()).columns) == list(FORECAST_COLUMNS)
    assert forecast(counts()).empty
    assert method_text(counts()).startswith("Er is nog geen prognose")


def test_group_totals_leave_out_days_on_which_a_school_was_not_counted():
    known = counts(count("A", day(2015), EVEN), count("A", day(2016), EVEN), count("B", day(2016), EVEN))

    assert group_totals(known) == {day(2016): 160}


def test_the_method_is_told_with_its_figures():
    known = counts(
        count("A", day(2015), {4: 40, 8: 40, 10: 40, 11: 40, 12: 40}),
        count("A", day(2016), {4: 50, 9: 42, 11: 30, 12: 10, 13: 2}),
        count("S", day(2015), {8: 9}), count("S", day(2016), {8: 9}),
    )  # fmt: skip

    text = method_text(known, overrides={("A", day(2017)): 90}, special_schools={"S"}).replace(NBHYPHEN, "-")

    assert text == (
        "De prognose gaat uit van de tellingen van 1-10-2015 en 1-10-2016. Tussen 1-10-2015 en 1-10-2016 ging de hele "
        "groep van 209 naar 143 leerlingen (−31,6%). Elke leeftijd schuift een jaar op zoals in de hele groep: van de "
        "leerlingen van 4 tot en met 9 jaar was er een jaar later 52,5%, van de 10-jarigen 75,0%, van de 11-jarigen "
        "25,0% en van de 12-jarigen 5,0%. Te weinig leerlingen van 5, 6, 7 en 9 jaar konden we volgen; voor hen nemen "
        "we het patroon van alle Nederlandse basisscholen. Nieuwe leerlingen (4 jaar en jonger): per school het "
        "gemiddelde van haar tellingen, samen 45 per jaar. Eén speciale school houdt haar laatste aantal, omdat "
        "kinderen er op elke leeftijd binnenkomen. Een eigen cijfer gaat voor de prognose; latere jaren gaan naar "
        "verhouding mee."
    )


def test_the_method_says_when_the_countrys_pattern_was_used():
    text = method_text(counts(count("A", day(2016), EVEN), count("B", day(2016), total=9)))

    assert "van de 10-jarigen is er een jaar later 89,6%, van de 11-jarigen 15,1%" in text
    assert "Waar een telling geen leeftijden noemt" in text
    assert "hele groep van" not in text  # one count shows no growth


def test_the_method_is_told_in_english_too():
    use_language("en")
    text = method_text(counts(count("A", day(2015), {8: 40}), count("A", day(2016), {9: 42})))
    use_language("nl")

    assert "the whole group went from 40 to 42 pupils (+5.0%)" in text
    assert "together 0 a year" in text


def test_the_method_says_when_no_ages_are_known():
    assert "elke leeftijd van 4 tot en met 11 jaar even groot" in method_text(counts(count("A", day(2016), total=80)))


def duo_counts(*files, board="47920"):
    """The example boards' counts by age, and the ids of their special schools."""
    read = [read_pupil_file((EXAMPLES / "duo" / file).read_bytes()).pupils for file in files]
    schools = pd.concat(read)
    schools = schools[schools["board_id"] == board]
    rows = [
        count(row["school_id"], row["count_date"], dict(zip(AGES, (row[c] for c in AGE_COLUMNS), strict=True)))
        for row in schools.to_dict("records")
    ]
    return counts(*rows), set(schools.loc[schools["kind"] != "Bo", "school_id"])


@pytest.mark.parametrize("board", ["47920", "44397", "47959"])
def test_from_2015_alone_the_count_of_2016_is_foreseen_better_than_by_standing_still(board):
    before, special = duo_counts("leerlingen-2015-2016.csv", board=board)
    after, _ = duo_counts("leerlingen-2016-2017.csv", board=board)

    foreseen = forecast(before, years=1, special_schools=special).set_index("school_id")["pupils"]
    counted, last_year = after.set_index("school_id")["total"], before.set_index("school_id")["total"]

    assert (foreseen - counted).abs().mean() < 0.8 * (last_year - counted).abs().mean()
    assert foreseen.sum() == pytest.approx(counted.sum(), rel=0.01)


def test_dynamiek_levels_off_after_the_fall_of_2016():
    known, special = duo_counts("leerlingen-2015-2016.csv", "leerlingen-2016-2017.csv")

    totals = forecast(known, special_schools=special).groupby("count_date")["pupils"].sum()

    assert group_totals(known) == {day(2015): 3486, day(2016): 3395}
    assert intake(known, special_schools=special) == 399.5
    assert progression(known, special_schools=special).seen[11] == (431, 70)
    assert totals.tolist() == [3389, 3375, 3384, 3393, 3395]
