"""Every page for every role: what it says, what it refuses, and nothing that breaks."""

import re

import pytest
from streamlit.runtime.scriptrunner import exec_code

from pages.parts import refusals
from pages.parts.places import START
from pages.server.session import show_our_fault
from pages.subjects import SUBJECTS
from planning.core.database import note_kept
from planning.core.rights import Right, Role
from tests.access.conftest import IDS
from tests.access.table import COLUMNS, PAGES
from tests.pages.conftest import HOME, SignedIn
from tests.pages.driving import press, tables, words

FILES = {subject.place.address: subject.place.file for subject in SUBJECTS}


def test_every_page_of_the_menu_stands_in_the_table_of_who_may_do_what() -> None:
    assert set(PAGES) == set(FILES)


@pytest.mark.parametrize("role", COLUMNS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_for_whom_the_table_says_and_refuses_the_rest_in_words(
    signed_in: SignedIn, page: str, role: Role
) -> None:
    app = signed_in(IDS[role], FILES[page])
    assert not app.exception
    assert ("Deze pagina is niet voor u" in words(app)) is (PAGES[page][role] == "–")


@pytest.mark.parametrize("file", FILES.values())
@pytest.mark.parametrize("person", ["voorzitter", "ict-03uz"])
def test_every_screen_of_the_example_says_that_it_is_one(signed_in: SignedIn, file: str, person: str) -> None:
    app = signed_in(person, file)
    assert "Voorbeeldgegevens" in words(app) or "niet voor u" in words(app)


@pytest.mark.parametrize("file", FILES.values())
def test_the_answer_stands_below_the_title_and_above_the_choice_of_a_part(signed_in: SignedIn, file: str) -> None:
    drawn = [part.type for part in signed_in("voorzitter", file).main]
    if "button_group" in drawn:
        assert drawn.index("title") < drawn.index("header") < drawn.index("button_group")


def test_a_reference_date_is_offered_only_where_it_changes_something(signed_in: SignedIn) -> None:
    for part, dated in (("schets", True), ("stand", False)):
        app = signed_in("voorzitter", FILES["leernetwerk"], deel=part, peildatum="2018-03-01")
        assert [field.label for field in app.date_input] == ["Peildatum"] * dated
        assert ("U kijkt naar" in words(app)) is dated


@pytest.mark.parametrize("file", [HOME, *FILES.values()])
def test_without_signing_in_every_page_is_the_sign_in_screen_and_nothing_else(signed_in: SignedIn, file: str) -> None:
    app = signed_in(None, file, school="03UZ00")
    assert [title.value for title in app.title] == ["Wie bent u?"]
    assert "Dynamiek" not in words(app)
    assert [kind for kind in ("metric", "table", "plotly_chart", "page_link") if app.get(kind)] == []


def test_an_identity_nobody_signed_is_nobody(signed_in: SignedIn) -> None:
    app = signed_in(None)
    app.user = {"is_logged_in": True, "identity": "47920.voorzitter"}
    assert [title.value for title in app.run().title] == ["Wie bent u?"]


@pytest.mark.parametrize(
    ("person", "title"),
    [
        ("voorzitter", "Overzicht"),
        ("bovenschools", "Overzicht"),
        ("gmr", "Overzicht"),
        ("ict-03uz", "De Twister"),
        ("icoach", "Kwaliteitsteams"),
        ("ibp", "Informatiebeveiliging en privacy"),
    ],
)
def test_everybody_begins_where_their_work_is(signed_in: SignedIn, person: str, title: str) -> None:
    app = signed_in(person, HOME)
    assert not app.exception
    assert [one.value for one in app.title] == [title]


def test_who_begins_elsewhere_still_reaches_the_overview_at_its_own_address(signed_in: SignedIn) -> None:
    assert signed_in("icoach", START.file).title[0].value == "Overzicht"


def test_what_the_address_asks_is_kept_on_the_way_to_where_one_begins(signed_in: SignedIn) -> None:
    assert signed_in("voorzitter", HOME, lang="en").title[0].value == "Overview"


@pytest.mark.parametrize("person", ["voorzitter", "icoach", "ict-03uz"])
def test_who_asked_for_an_address_that_is_no_page_reads_so_until_they_open_another(
    signed_in: SignedIn, person: str
) -> None:
    app = signed_in(person, HOME, onbekend="ja")
    assert "Dat adres is hier geen pagina." in words(app)
    assert "onbekend" not in app.query_params
    assert "Dat adres is hier geen pagina." in words(app.run())
    assert "Dat adres" not in words(app.switch_page("goals/page.py").run())


def test_the_overview_gives_the_answer_in_one_sentence(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter")
    answer = app.header[0].value.replace("\u00a0", " ")
    assert answer == (
        "**7 van de 20 scholen halen hun doel.** De groep staat op **1 op 4,5** en komt **166 devices** tekort."
    )


def test_the_overview_speaks_english_on_request(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", lang="en")
    assert app.header[0].value.replace("\u00a0", " ").startswith("**7 of the 20 schools reach their target.**")
    assert app.title[0].value == "Overview"


def test_a_coordinators_overview_speaks_of_the_own_school_only(signed_in: SignedIn) -> None:
    app = signed_in("ict-03uz")
    said = words(app)
    assert app.header[0].value.replace("\u00a0", " ").startswith("**De Twister staat op 1 op 5,6")
    assert "De Dobbelsteen" not in said
    assert "De groep" not in said
    assert [metric.label for metric in app.metric] == ["Leerlingen per device", "Over levensduur", "Devices tekort"]
    assert not app.get("plotly_chart")


def test_what_waits_for_the_chair_stands_on_top_each_with_one_way_to_it(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter")
    said = words(app)
    assert "Te besluiten · 8" in said
    assert "**7 scholen** maakten een eigen keuze." in said
    assert "**Ronde 2**: 45 van de 128 devices zijn nog niet besteld. De ronde is op 3-9-2018." in said
    assert "**Plan 2** wijkt af van wat nu het beste is." in said
    assert "**Versie 1 van het IBP-beleid** wacht op het bestuur. Het staat gepland op 22-5-2018." in said
    ways = [link.proto.label for link in app.get("page_link")]
    assert {"Wat stelt u vast?", "Plaats de bestelling", "Open het beleid", "Open de mijlpaal"} <= set(ways)


def test_what_changed_since_the_board_met_is_a_line_for_each_subject(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter"))
    assert "Sinds de vergadering van 21-3-2018" in said
    for line in (
        "**Rondes** · plan 2 vastgesteld · 83 devices besteld · 22 devices geleverd",
        "**Inventaris** · nieuwe lijsten van 11 scholen",
        "**Keuzes** · 7 scholen maakten hun keuze",
        "**Kwaliteitsteams** · 16 bezoeken op 14 scholen · 6 vragen gesteld",
        "**IBP** · beleid versie 1 klaar · 11 normen beoordeeld",
    ):
        assert line in said
    assert "Besteld in ronde 2 € 28.240 65% van € 43.720" in said


def test_with_too_few_inventories_there_is_no_figure_of_the_group_and_a_text_to_ask_with(
    signed_in: SignedIn,
) -> None:
    app = signed_in("voorzitter", peildatum="2016-10-05")
    assert "Van 1 van de 20 scholen is er een inventaris" in app.header[0].value
    assert "Een cijfer voor de groep geven we vanaf 10 scholen." in app.header[0].value
    assert not app.metric
    [text] = [str(code.value) for code in app.code]
    assert text.startswith("Beste collega,")
    assert "- De Twister (nog geen)" in text


def test_a_past_day_shows_what_was_known_then_and_what_is_known_now_and_leads_back(signed_in: SignedIn) -> None:
    old = tables(signed_in("voorzitter", "school/page.py", school="03UZ00", peildatum="2018-03-13"))
    assert "Inventaris Twister november 2017.xlsx" in old
    assert "Inventaris Twister maart 2018.xlsx" not in old
    app = signed_in("voorzitter", peildatum="2018-03-13")
    assert "U kijkt naar **13-3-2018**, met wat toen bekend was" in words(app)
    press(app, "Met wat we nu weten")
    assert app.query_params["nakennis"] == "ja"
    assert "met wat we nu weten: ook inventarissen van toen" in words(app)
    press(app, "Terug naar vandaag")
    assert "peildatum" not in app.query_params
    assert "nakennis" not in app.query_params
    assert "U kijkt naar" not in words(app)


def test_the_reference_date_of_the_address_changes_every_figure(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", peildatum="2017-01-01")
    assert "1 op 6,5" in words(app)
    assert app.query_params["peildatum"] == "2017-01-01"


@pytest.mark.parametrize("odd", ["gisteren", "2017-13-45", "9999-01-01", "<script>"])
def test_a_reference_date_that_is_none_falls_back_to_the_boards_own(signed_in: SignedIn, odd: str) -> None:
    assert "1 op 4,5" in words(signed_in("voorzitter", peildatum=odd))


def test_before_the_first_inventory_the_overview_says_how_it_begins(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", peildatum="2015-12-01")
    assert not app.exception
    assert "**Hier ziet u hoe ver elke school is.**" in words(app)


def test_a_schools_page_tells_where_it_stands_and_of_when(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", "school/page.py", school="03UZ00"))
    assert "**De Twister staat op 1 op 5,6 en komt 15 devices tekort**" in said
    assert "212 leerlingen (teldatum 1-10-2016)" in said
    assert "inventaris van 14-3-2018, 48 dagen oud" in said
    assert "Na ronde 2, in september 2018, haalt de school haar doel, met 1 op 3,9." in said
    assert "De middelste van **7 andere scholen van ongeveer deze grootte** (142 tot 318 leerlingen)" in said
    assert "Plan t/m ronde 2 € 1.100 3 devices" in said


def test_the_trend_of_a_school_stands_in_a_table_with_the_approved_plan(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "school/page.py", school="03UZ00")
    app.button(key="toggle_school_time").click().run()
    shown = tables(app)
    assert "na ronde 2, volgens plan 2" in shown
    assert "prognose, zonder aankopen" in shown


def test_before_a_school_is_chosen_every_school_stands_there_the_most_short_first(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "school/page.py")
    names = [str(name) for name in app.table[0].value["School"]]
    assert (len(names), "Dobbelsteen" in names[0]) == (20, True)
    app = signed_in("voorzitter", "school/page.py", deel="inventarissen")
    assert "van 17-10-2017, 196 dagen oud" in tables(app)
    assert "- Sint Anna (van 17-10-2017, 196 dagen oud)" in str(app.code[0].value).replace("\u2011", "-")


def test_the_coordinator_of_an_old_list_is_led_to_hand_in_a_new_one(signed_in: SignedIn) -> None:
    app = signed_in("ict-12bh", HOME)
    assert "Lever de lijst aan" in [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize("page", ["school/page.py", "inventory/page.py"])
def test_another_schools_coordinator_gets_a_refusal_at_its_address(signed_in: SignedIn, page: str) -> None:
    said = words(signed_in("ict-03qe", page, school="03UZ00"))
    assert "Deze school is niet van u" in said
    assert "Twister" not in said


@pytest.mark.parametrize(("person", "whom"), [("voorzitter", "de groep"), ("ict-03uz", "De Twister")])
def test_the_ratios_are_called_after_whose_they_are(signed_in: SignedIn, person: str, whom: str) -> None:
    [header] = signed_in(person, "ratios/page.py").header
    assert header.value.replace("\u2011", "-").startswith(f"**Sinds 1-1-2017 ging {whom} van 1")


def test_a_school_of_another_board_does_not_exist_here(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", "school/page.py", school="03VK00"))
    assert "geen school met nummer" in said
    assert "Hommel" not in said


def test_the_rule_and_what_it_leaves_out_stand_on_the_overview(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter")
    assert "tellen er **755** mee op 1-5-2018" in words(app)
    reasons = next(table.value for table in app.table if "Telt niet mee omdat" in table.value.columns)
    assert {"voor personeel", "krijgt geen updates meer"} <= set(reasons["Telt niet mee omdat"])


def test_readers_see_nothing_until_the_chair_publishes(signed_in: SignedIn) -> None:
    assert "nog geen cijfers gepubliceerd" in words(signed_in("gmr"))
    chair = signed_in("voorzitter")
    next(button for button in chair.button if "Publiceer" in button.label).click().run()
    said = words(signed_in("gmr"))
    assert "7 van de 20 scholen halen hun doel" in said
    assert "Cijfers van 1-5-2018" in said


def test_a_page_that_fails_says_so_with_a_number_and_keeps_the_details_to_the_log(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_rights: Right) -> None:
        raise RuntimeError("geheim van 03UZ00")

    app = signed_in("voorzitter")
    monkeypatch.setattr(refusals, "guard", fail)  # what every page begins with
    streamlits = exec_code.handle_user_script_exception
    monkeypatch.setattr(
        exec_code, "handle_user_script_exception", lambda error, _none: streamlits(error, show_our_fault)
    )
    app.switch_page("ratios/page.py").run()
    [told] = app.error
    assert told.value.startswith("Er ging bij ons iets mis. Er is niets gewijzigd.")
    number = re.search(r"noem dan nummer ([0-9A-F]{4})\.", told.value)
    assert number
    [logged] = [record for record in caplog.records if record.name == "vlootplan"]
    assert logged.getMessage() == f"defect {number[1]}"
    assert "RuntimeError: geheim van 03UZ00" in caplog.text
    assert not app.exception
    assert [part for part in ("geheim", "RuntimeError", "Traceback", ".py") if part in words(app)] == []


def test_a_page_that_fails_after_something_was_kept_does_not_say_that_nothing_was_changed(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = signed_in("voorzitter")

    def fail(*_rights: Right) -> None:
        note_kept()
        raise RuntimeError

    monkeypatch.setattr(refusals, "guard", fail)
    streamlits = exec_code.handle_user_script_exception
    monkeypatch.setattr(
        exec_code, "handle_user_script_exception", lambda error, _none: streamlits(error, show_our_fault)
    )
    app.switch_page("ratios/page.py").run()
    [told] = app.error
    assert told.value.startswith("Er ging bij ons iets mis. Wat u net deed kan al bewaard zijn")
    assert "niets gewijzigd" not in told.value
