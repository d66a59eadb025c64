"""Keuzes without a browser: who sees what, and the forms of a school and of the board."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from planning.choices import service
from planning.choices.model import Variant
from planning.choices.view import ChoicesView
from planning.core.database import Database
from planning.ratios.service import ratio_view
from planning.rounds.service import rounds_view
from tests.conftest import NOW
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words

PAGE = "choices/page.py"
SCHOOL, KLIMBOOM = "03UZ00", "03QE00"


def kept(database: Database) -> ChoicesView:
    chair = somebody(database, "voorzitter")
    return service.choices_view(chair, database, ratio_view(chair, database))


def variants(database: Database, school: str) -> tuple[Variant, ...]:
    return kept(database).variants_of(school, 2018)


def key(app: AppTest, start: str) -> str:
    """The key of a field, whatever form it is in the how manieth round of."""
    every = [*app.text_input, *app.text_area, *app.selectbox, *app.number_input, *app.date_input, *app.multiselect]
    return next(one.key for one in every if one.key and one.key.startswith(start))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def test_the_chair_sees_all_accents_in_the_order_of_names_and_what_they_add_up_to(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", PAGE)
    assert not app.exception
    assert plain(app.header[0].value).startswith(
        "**7 van de 20 scholen maakten een eigen keuze voor 2018/2019.** Samen"
    )
    said = words(app)
    assert "Geen accent is beter dan een ander" in said
    assert "meer devices, minder lerarenuren" in said
    names = [line.split("[")[1].split("]")[0] for line in (m.value for m in app.markdown) if line.startswith("**[")]
    assert names == ["De Dobbelsteen", "De Doolgaard", "De Horizon", "De Kameleon", "Mariaschool", "De Twister",
                     "Weisterbeek"]  # fmt: skip


def test_the_chair_takes_a_choice_over_into_the_rounds_and_back(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE)
    app.button(key=f"choice_take_{SCHOOL}").click().run()
    chair = somebody(database, "voorzitter")

    def origin() -> str:
        view = rounds_view(chair, database, ratio_view(chair, database), NOW.date())
        return view.choices[SCHOOL].origin if SCHOOL in view.choices else ""

    assert origin() == "Meer devices"
    assert "De rondes hebben de keuze van De Twister" in words(app)
    app.button(key="form_undo").click().run()
    assert origin() == ""


@pytest.mark.parametrize("person", ["gmr", "netwerk"])
def test_readers_of_published_figures_see_no_choices(signed_in: SignedIn, person: str) -> None:
    said = words(signed_in(person, PAGE))
    assert "Deze pagina is niet voor u" in said
    assert "Dobbelsteen" not in said


def test_a_coordinator_sees_the_own_variants_with_what_they_give_and_give_up(signed_in: SignedIn) -> None:
    app = signed_in("ict-03uz", PAGE)
    assert not app.exception
    assert plain(app.header[0].value).startswith(
        "**De Twister kiest voor 2018/2019 ‘Meer devices’: meer devices, minder lerarenuren.**"
    )
    said = plain(words(app))
    assert "0,1 fte minder: 166 lerarenuren per jaar" in said
    assert "1 op 4 was in 2015 het landelijk gemiddelde" in said
    assert "Overnemen" not in said
    assert "Dobbelsteen" not in said


def test_a_coordinator_makes_a_variant_by_moving_and_chooses_it(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("ict-03qe", PAGE)
    app.text_input(key=key(app, "choice_new_name")).set_value("Meer automatisering")
    app.selectbox(key=key(app, "choice_new_source")).set_value("devices")
    app.text_input(key=key(app, "choice_new_amount")).set_value("500")
    app.selectbox(key=key(app, "choice_new_to")).set_value("automation")
    app = press(app, "Variant maken")
    first, _second, third = variants(database, KLIMBOOM)
    assert third.yearly["automation"] - first.yearly["automation"] == 500_00
    assert sum(third.yearly.values()) <= sum(first.yearly.values()) + 500_00
    app = app.button_group(key="choices_task").set_value("choose").run()
    app = app.selectbox(key="choice_choose_which").set_value(3).run()
    app = press(app, "Dit is onze keuze")
    assert "Er staat nog geen uitleg" in words(app)
    app.selectbox(key=key(app, "choice_choose_vision")).set_value(2)
    app.text_area(key=key(app, "choice_choose_explanation")).set_value("Minder tikwerk voor iedereen.")
    press(app, "Dit is onze keuze")
    chosen = kept(database).choice_of(KLIMBOOM, 2018)
    assert chosen is not None
    assert (chosen.name, chosen.explanation) == ("Meer automatisering", "Minder tikwerk voor iedereen.")


def test_what_cannot_be_read_or_paid_is_refused_in_words_and_nothing_is_lost(
    signed_in: SignedIn, database: Database
) -> None:
    app = signed_in("ict-03qe", PAGE)
    app.text_input(key=key(app, "choice_new_amount")).set_value("een halve")
    app = press(app, "Variant maken")
    assert "Schrijf fte als werktijdfactor" in words(app)
    app = app.button_group(key="choices_task").set_value("edit").run()
    app.number_input(key=key(app, "choice_edit_yearly_support")).set_value(900_000)
    app = press(app, "Variant vastleggen")
    assert "te veel. Haal dat van een post af" in words(app)
    assert len(variants(database, KLIMBOOM)) == 2


def test_a_school_begins_with_the_amount_of_the_board_or_its_own(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("ict-03qf", PAGE)
    assert plain(app.header[0].value) == "**Sint Anna heeft in 2018/2019 € 4.680 te verdelen.**"
    app.text_input(key=key(app, "choice_means_per_pupil_cents")).set_value("60,50")
    app.number_input(key=key(app, "choice_means_fixed_cents")).set_value(2_000)
    app = press(app, "Middelen vastleggen")
    assert [one.per_pupil_cents for one in kept(database).means if one.school_id == "03QF00"] == [60_50]
    app = press(app, "Variant vastleggen")
    assert [one.name for one in variants(database, "03QF00")] == ["Zoals nu"]


def test_a_school_of_which_nothing_is_known_is_asked_what_it_has(signed_in: SignedIn, database: Database) -> None:
    service.drop_value(somebody(database, "voorzitter"), database, NOW, "means_per_pupil", date(2018, 8, 1))
    app = signed_in("ict-03qf", PAGE)
    assert app.header[0].value == "**Hier verdeelt Sint Anna haar eigen middelen van 2018/2019.**"
    assert "Nieuwe variant" not in words(app)


def test_the_board_puts_its_own_value_in_the_place_of_a_figure(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, deel="kengetallen")
    said = plain(words(app))
    assert "€ 68.946,71 per fte per jaar" in said
    assert "Normjaartaak in het primair onderwijs" in said
    assert "€ 41,56 per uur" in said
    app.text_input(key=key(app, "choice_figure_hundredths")).set_value("70000")
    app = press(app, "Onze waarde vastleggen")
    assert "Schrijf waar uw waarde vandaan komt" in words(app)
    app.text_input(key=key(app, "choice_figure_reason")).set_value("Onze begroting van 2018")
    app = press(app, "Onze waarde vastleggen")
    rates = kept(database).rates(2018)
    assert rates is not None
    assert rates.teacher_cents == 70_000_00
    assert "Onze begroting van 2018" in words(app)


@pytest.mark.parametrize(("page", "expected"), [
    ("overview/page.py", "Keuzes van scholen"), ("school/page.py", "Eigen keuze"),
])  # fmt: skip
def test_other_screens_show_them(signed_in: SignedIn, page: str, expected: str) -> None:
    app = signed_in("ict-03uz", page)
    assert expected in {one.value for one in app.subheader}


def test_who_sets_a_target_is_told_the_national_mean(signed_in: SignedIn) -> None:
    said = plain(words(signed_in("voorzitter", "settings/page.py", deel="doelen")))
    assert "1 op 4 was in 2015 het landelijk gemiddelde" in said


def test_the_rounds_say_which_choices_they_follow(signed_in: SignedIn, database: Database) -> None:
    chair = somebody(database, "voorzitter")
    service.take_over(chair, database, NOW, SCHOOL, 2018)
    said = words(signed_in("voorzitter", "rounds/page.py", deel="scholen"))
    assert "Het volgt de eigen keuze van De Twister (‘Meer devices’)." in said
