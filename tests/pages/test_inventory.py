"""The upload: read, look, choose, confirm, put back; and what a coordinator is told."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from pages.inventory import steps
from pages.inventory.upload import KEY
from pages.parts.frame import Frame
from planning.core.notation import NBSP
from planning.inventory.service import Preview, previews
from planning.inventory.upkeep_service import Duplicate
from tests.making import workbook
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, upload, whole, words

HEADER = ("Soort", "Merk", "Model", "Serienummer", "Aanschafdatum", "Gebruiker", "Status")
CHROMEBOOKS = [
    ("Chromebook", "HP", "Chromebook 11 G5", f"5CD00000{n:02}", "2017", "Fenna de Vries", "in gebruik")
    for n in range(53)
]
DOUBLE = [*CHROMEBOOKS[:3], CHROMEBOOKS[0]]


def answers(app: AppTest) -> list[Radio]:
    """The questions about rows, each with its answers."""
    return [radio for radio in app.radio if str(radio.key).startswith("answer_")]


@pytest.fixture
def coordinator(signed_in: SignedIn) -> AppTest:
    return signed_in("ict-03uz", "inventory/page.py", school="03UZ00")


def test_a_coordinator_begins_with_the_own_excel_or_an_empty_template(coordinator: AppTest) -> None:
    assert "Sleep uw eigen Excel hierheen." in words(coordinator)
    assert [button.label for button in coordinator.get("download_button")] == [
        "Leeg sjabloon",
        "Deze lijst als ingevuld sjabloon",
        "Download Excel",  # of the inventories so far
    ]


def test_a_clear_list_is_read_counted_and_ready(coordinator: AppTest) -> None:
    said = words(whole(upload(coordinator, workbook([HEADER, *CHROMEBOOKS]))))
    assert "**We lazen 53 devices in 53 rijen.** Alles is duidelijk; u kunt bevestigen." in said
    assert "Ratio op 1-5-2018 1 op 4,0" in said


def test_a_column_that_names_people_is_left_out_and_said_so(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *CHROMEBOOKS]))
    assert "Kolom F noemt personen. Die hebben we niet bewaard." in words(app)
    everything = words(app) + "".join(table.value.to_string() for table in app.table)
    assert "Fenna" not in everything


def test_the_account_of_the_cells_is_one_line_with_the_reasons_for_who_asks(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *CHROMEBOOKS]))
    assert "overgeslagen, 0 vragen" in words(app)
    assert "kolommen die personen noemen" not in words(app)
    assert "kolommen die personen noemen" in words(press(app, "Waarom overgeslagen?"))


def test_confirming_keeps_the_inventory_and_forgets_the_workbook(coordinator: AppTest, signed_in: SignedIn) -> None:
    app = press(whole(upload(coordinator, workbook([HEADER, *CHROMEBOOKS]))), "Bevestigen")
    assert "Vastgelegd: de inventaris van De Twister" in words(app)
    assert "upload" not in app.session_state
    assert "8 van de 20 scholen halen hun doel" in words(signed_in("voorzitter"))


def test_an_earlier_inventory_can_be_put_back(coordinator: AppTest, signed_in: SignedIn) -> None:
    app = press(whole(upload(coordinator, workbook([HEADER, *CHROMEBOOKS]))), "Bevestigen")
    choice = next(box for box in app.selectbox if "Zet een eerdere" in box.label)
    choice.select_index(0).run()
    press(app, "Zet terug")
    assert "Teruggezet: versie 3 geldt weer, als versie 5." in words(app)
    assert "7 van de 20 scholen halen hun doel" in words(signed_in("voorzitter"))


def test_a_double_serial_asks_and_confirming_waits_for_the_answer(coordinator: AppTest) -> None:
    app = whole(upload(coordinator, workbook([HEADER, *DOUBLE])))
    assert "Nog **1 keuze** van u" in words(app)
    confirm = next(button for button in app.button if button.label == "Bevestigen")
    assert confirm.disabled
    answers(app)[0].set_value(answers(app)[0].options[0]).run()
    assert not app.exception
    assert "Alles is duidelijk; u kunt bevestigen." in words(app)
    assert "Vastgelegd" in words(press(app, "Bevestigen"))


def test_leaving_the_page_forgets_the_workbook(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *CHROMEBOOKS]))
    assert "upload" in app.session_state
    app.switch_page("overview/page.py").run()
    assert "upload" not in app.session_state


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"\x00\x00\x00\x18ftypheic", "foto.xlsx", "is een foto of plaatje"),
        (b"", "leeg.xlsx", ""),
        (workbook([("Naam", "Telefoon")]), "adressen.xlsx", ""),
        (workbook([]), "leeg.xlsx", "In deze werkmap staat niets."),
        (workbook([HEADER]), "kopjes.xlsx", "We zien de kopjes, en daaronder geen devices."),
        (
            workbook([("BSN", "Roepnaam", "Achternaam", "Groep"), ("123456782", "Emma", "Smit", "7")]),
            "groep7.xlsx",
            "Dit lijkt een leerlingenlijst. We bewaarden er niets van.",
        ),
        (b"%PDF-1.7", "lijst.pdf", "is een pdf, en daarin zien we geen cellen"),
        (b"x" * 11 * 1024**2, "groot.csv", "Dit bestand is 11 MB"),
    ],
)
def test_a_file_that_is_no_list_gets_a_refusal_that_helps(
    coordinator: AppTest, content: bytes, name: str, said: str
) -> None:
    app = upload(coordinator, content, name)
    assert "niet gelezen" in words(app)
    assert said in words(app).replace("\\", "")
    press(app, "Ander bestand kiezen")
    assert "Sleep uw eigen Excel hierheen." in words(app)


UNKNOWN = [("Zebra Q", "12", "ja"), ("Yak R", "8", "nee")]


def test_a_person_points_out_the_headings_of_a_list_we_do_not_know_and_says_what_they_mean(
    coordinator: AppTest,
) -> None:
    app = upload(coordinator, workbook([("Dingsie", "Zoveel", "Toen"), *UNKNOWN]))
    assert "Wijs de kopregel aan" in words(app)
    press(app, "Lees opnieuw")
    assert "**Zeg wat in de kolommen staat.**" in words(app)
    assert "u wees de kopjes aan in rij 1" in words(app)
    for column, field in ((0, "brand_and_model"), (1, "count")):
        app.selectbox(key="map_column").select_index(column).run()
        next(box for box in app.selectbox if box.key and box.key.startswith("map_field")).set_value(field).run()
        press(app, "Lees opnieuw")
    assert "**We lazen 20 devices in 2 rijen.**" in words(app)


def test_a_sheet_can_be_set_aside_and_read_again(coordinator: AppTest) -> None:
    app = press(upload(coordinator, workbook([HEADER, *CHROMEBOOKS])), "Klopt een tabblad niet?")
    app.selectbox(key="sheet_way_Lijst").set_value("").run()
    press(app, "Lees opnieuw")
    assert "U gaf aan dat dit geen lijst met devices is" in words(app)
    assert "**Er wordt nu geen tabblad gelezen.**" in words(app)
    app.selectbox(key="sheet_way_Lijst").set_value("flat_list").run()
    press(app, "Lees opnieuw")
    assert "**We lazen 53 devices in 53 rijen.**" in words(app)


def test_an_answer_given_while_the_one_before_is_read_is_kept(
    coordinator: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = upload(coordinator, workbook([HEADER, *DOUBLE]))
    under_way, read = app.session_state[KEY], previews

    def answered_meanwhile(*args: Any) -> Any:
        found = read(*args)
        under_way.guidance = under_way.guidance.with_answers({"meanwhile": "kept"})
        return found

    monkeypatch.setattr("pages.inventory.upload.previews", answered_meanwhile)
    answers(app)[0].set_value(answers(app)[0].options[0]).run()
    assert under_way.guidance.answers["meanwhile"] == "kept"


def test_all_questions_are_there_at_once(coordinator: AppTest) -> None:
    doubles = [CHROMEBOOKS[0]] * 31
    app = upload(coordinator, workbook([HEADER, *doubles]))
    asked = [radio.label for radio in answers(app)] + [
        row for table in app.table for row in map(str, table.value.values)
    ]
    assert all(any(f"rij {n}" in text for text in asked) for n in range(3, 33))


def test_text_of_a_workbook_is_shown_as_it_is_and_does_nothing(coordinator: AppTest) -> None:
    hostile = [("Chromebook", "HP", "[klik](javascript:alert(1))", "5CD0000001", "2017", "", "in gebruik")]
    app = upload(coordinator, workbook([HEADER, *hostile]))
    cells = "".join(table.value.to_string() for table in app.table)
    assert "[klik](javascript" not in cells


def test_the_chair_sees_the_inventories_and_uploads_none(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "inventory/page.py", school="03UZ00")
    assert "De inventarissen van De Twister." in words(app)
    assert not app.file_uploader
    assert not [button for button in app.button if button.label == "Zet terug"]


TWISTERS = [("De Twister Horst",), HEADER, *CHROMEBOOKS]


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_a_list_of_another_school_is_asked_about_first_and_alone(signed_in: SignedIn) -> None:
    app = upload(signed_in("bovenschools", "inventory/page.py", school="03VA00"), workbook(TWISTERS))
    assert "**Dit lijkt de lijst van De Twister.**" in words(app)
    assert "De naam van die school staat boven de lijst." in words(app)
    assert not app.radio
    assert "Bevestigen" not in labels(app)
    assert "Alles is duidelijk" not in words(app)


def test_it_can_be_handed_in_for_the_school_it_seems_to_be_of(signed_in: SignedIn) -> None:
    app = upload(signed_in("bovenschools", "inventory/page.py", school="03VA00"), workbook(TWISTERS))
    press(app, "Zet bij De Twister")
    assert app.query_params["school"] == "03UZ00"
    assert "**We lazen 53 devices in 53 rijen.**" in words(app)
    assert "de inventaris van De Twister van" in words(press(whole(app), "Bevestigen"))


def test_a_coordinator_may_say_that_it_is_the_own_list_or_take_another_and_learns_who_hands_in_the_other(
    signed_in: SignedIn,
) -> None:
    app = upload(signed_in("ict-03va", "inventory/page.py"), workbook(TWISTERS))
    assert "**Dit lijkt de lijst van een andere school van uw bestuur.**" in words(app)
    assert "De Twister" not in words(app)
    assert "Die lijst levert de ICT-coördinator van die school aan" in words(app)
    assert not any(label.startswith("Zet bij") for label in labels(app))
    name = next(label for label in labels(app) if label.startswith("Ja, dit is de lijst van"))
    assert "**We lazen 53 devices in 53 rijen.**" in words(press(app, name))
    app = press(upload(signed_in("ict-03va", "inventory/page.py"), workbook(TWISTERS)), "Nee, ander bestand")
    assert "Sleep uw eigen Excel hierheen." in words(app)


def test_every_answer_can_be_given_for_all_questions_of_a_sort_and_the_harmless_one_comes_first(
    signed_in: SignedIn,
) -> None:
    twice = [("iPad", "Apple", "iPad 2017", f"DMP00000{n:02}", "2017", "", "in gebruik") for n in range(4)]
    both = signed_in("bovenschools", "inventory/page.py", school="03UZ00")
    press(whole(upload(both, workbook([HEADER, *CHROMEBOOKS, *twice]))), "Bevestigen")
    app = upload(signed_in("bovenschools", "inventory/page.py", school="03VA00"), workbook([HEADER, *twice]))
    press(app, "Ja, dit is de lijst van")
    assert [label for label in labels(app) if label.startswith("Voor alle")] == [
        "Voor alle 4: laat deze rij weg",
        "Voor alle 4: het is hierheen verhuisd",
    ]


OTHERS = [("iPad", "Apple", "iPad 2017", f"DMP00000{n:02}", "2017", "", "in gebruik") for n in range(8)]
ALL = [HEADER, *CHROMEBOOKS, *OTHERS]


def confirmed(app: AppTest, content: bytes, name: str = "lijst.xlsx") -> AppTest:
    return press(whole(upload(app, content, name)), "Bevestigen")


def test_a_list_of_one_kind_replaces_that_kind_and_nothing_is_clear_before_a_person_says_so(
    coordinator: AppTest,
) -> None:
    app = upload(confirmed(coordinator, workbook(ALL)), workbook([HEADER, *CHROMEBOOKS[:50]]))
    assert "Is dit de hele inventaris van De Twister?" in words(app)
    assert "Alles is duidelijk" not in words(app)
    assert "Zeg eerst of dit de hele inventaris is." in words(app)
    app.radio(key="rest").set_value("other_kinds_stay").run()
    assert "Alles is duidelijk; u kunt bevestigen." in words(app)
    assert "de inventaris van De Twister van 1-5-2018, 58 devices." in words(press(app, "Bevestigen"))


def test_a_list_older_than_the_inventory_in_force_says_what_it_changes(coordinator: AppTest) -> None:
    app = confirmed(coordinator, workbook(ALL))
    app = upload(app, workbook(ALL), "devices april 2018.xlsx")
    said = words(app)
    assert "sinds 1-5-2018 geldt een nieuwere inventaris van De Twister" in app.info[0].value.replace("\u2011", "-")
    assert "De datum komt uit de bestandsnaam." in said
    assert "u kunt bevestigen" not in said
    assert "Ratio op 30-4-2018" in said


def test_a_preview_says_of_today_what_confirming_says_and_beside_it_what_the_list_said_of_its_own_day(
    coordinator: AppTest,
) -> None:
    ends = ["2018-04-28"] * 20 + ["2022-06-01"] * 33
    rows = [(*HEADER, "Updates tot"), *((*row, end) for row, end in zip(CHROMEBOOKS, ends, strict=True))]
    app = whole(upload(coordinator, workbook(rows), "devices 25-4-2018.xlsx"))
    said = words(app)
    shown = next(metric.value for metric in app.metric if metric.label.startswith("Ratio op 1")).replace(NBSP, " ")
    assert "Op de dag van de lijst, 25-4-2018, telden 53 devices mee (1 op 4,0)" in said
    assert "sindsdien eindigden de updates van 20" in said
    assert "Tellen mee op 1-5-2018 33" in said
    assert "langer dan een jaar geleden" not in said
    assert f"De Twister staat op 1-5-2018 op **{shown}**." in words(press(app, "Bevestigen"))


def test_a_list_of_years_ago_is_told_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ratio_on", lambda _frame, _day: SimpleNamespace(schools=()))
    old = cast(Preview, SimpleNamespace(counted_on=date(2018, 4, 10), school_id="", countable=lambda _on: 25))
    frame = cast(Frame, None)
    assert "langer dan een jaar geleden" in steps._since_the_list(frame, old, date(2026, 12, 1))
    assert steps._since_the_list(frame, old, date(2018, 5, 1)) == ""


def test_only_where_an_inventory_was_there_is_it_said_that_it_can_be_put_back(coordinator: AppTest) -> None:
    kept = "De oude inventaris blijft bewaard en is terug te zetten."
    assert kept in words(whole(upload(coordinator, workbook(ALL))))
    app = upload(press(coordinator, "Ander bestand kiezen"), workbook(ALL), "devices 1-1-2010.xlsx")
    assert ("De eerste inventaris van" in words(app), kept in words(app)) == (True, False)


def test_losing_dates_of_purchase_is_asked_about_and_they_can_be_kept(coordinator: AppTest) -> None:
    without = [tuple(cell for place, cell in enumerate(row) if place != 4) for row in ALL]
    app = upload(confirmed(coordinator, workbook(ALL)), workbook(without))
    assert "We wisten van 61 devices de aanschafdatum." in words(app)
    app.radio(key="keep_known").set_value(True).run()
    assert "61 devices zijn ongewijzigd." in words(app)
    assert "Vastgelegd" in words(press(app, "Bevestigen"))


def test_after_confirming_the_ratio_the_way_to_the_school_and_undo_are_in_sight(coordinator: AppTest) -> None:
    app = confirmed(coordinator, workbook(ALL))
    assert "De Twister staat op 1-5-2018 op **1 op 3,5**." in words(app)
    assert "Bekijk De Twister" in [link.label for link in app.get("page_link")]
    press(app, "Ongedaan maken")
    assert "Ongedaan gemaakt: alles is zoals het was." in words(app)
    assert "Vastgelegd" not in words(app)


def test_who_counted_them_fills_in_a_number_besides_the_answers_to_choose_from(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([("Soort", "Model", "Aantal"), ("laptop", "L450", "28-33")]))
    app.number_input[0].set_value(30).run()
    assert "**We lazen 30 devices in 1 rij.**" in words(app)
    answers(app)[0].set_value(answers(app)[0].options[-1]).run()
    assert "**We lazen 33 devices in 1 rij.**" in words(app)


def test_a_list_that_is_still_right_is_confirmed_in_one_click_and_can_be_undone(coordinator: AppTest) -> None:
    app = press(coordinator, "Ja, alles klopt vandaag")
    assert "De lijst klopt op" in words(app)
    assert not any(button.label == "Ja, alles klopt vandaag" for button in app.button)
    press(app, "Ongedaan maken")
    assert any(button.label == "Ja, alles klopt vandaag" for button in app.button)


def test_one_device_is_found_by_its_serial_number_and_said_to_be_broken(coordinator: AppTest) -> None:
    app = press(coordinator, "Eén device of regel wijzigen")
    lot = next(box for box in app.selectbox if box.label.startswith("Welk device"))
    lot.select_index(next(i for i, text in enumerate(lot.options) if "5CD629MNZP" in text)).run()
    app.pills[0].set_value("broken").run()
    app = press(app, "Bewaren")
    assert "HP Chromebook 11 G4 · 5CD629MNZP · groep 7: defect" in words(app).replace("\\", "")


def test_several_files_become_one_inventory(coordinator: AppTest) -> None:
    lists = [(f"{name}.csv", f"Soort;Merk;Aantal\n{name};{make};5\n".encode(), "text/csv")
             for name, make in (("laptop", "HP"), ("tablet", "Apple"))]  # fmt: skip
    coordinator.file_uploader[0].set_value(lists).run()
    assert "**We lazen 10 devices in 2 rijen.**" in words(coordinator)


def test_names_are_merged_at_every_school_in_one_step(signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Duplicate("brand", "HP", ("Lenovo",), 3)
    monkeypatch.setattr("pages.inventory.ages.duplicates_of_board", lambda frame: (one,))
    app = press(signed_in("bovenschools", "inventory/page.py", deel="scholen"), "Namen die hetzelfde lijken")
    assert "één naam op **alle scholen**" in words(app)
    assert "Voortaan één naam: HP." in words(press(app, "Geef ze één naam"))


def test_a_list_without_columns_shows_no_table_of_them(coordinator: AppTest) -> None:
    app = upload(
        coordinator, workbook([["12 laptops HP ProBook 430 uit 2016"], ["20 chromebooks Lenovo N22, groep 5"]])
    )
    assert "**We lazen 32 devices in 2 rijen.**" in words(app)
    assert all(len(table.value) for table in app.table)


def test_the_answer_counts_choices_as_the_figure_below_it_does(coordinator: AppTest) -> None:
    kind, brand, model, serial, _, *rest = CHROMEBOOKS[0]
    twice = (kind, brand, model, serial, "03/04/17", *rest)  # whose serial number, and which day?
    app = whole(upload(coordinator, workbook([HEADER, *CHROMEBOOKS[:3], twice])))
    assert next(metric.value for metric in app.metric if metric.label == "Vraagt uw keuze") == "2"
    assert "Nog **2 keuzes** van u" in words(app)


def test_what_is_gone_by_the_list_itself_is_told_apart_from_what_is_there(coordinator: AppTest) -> None:
    gone = [(*row[:-1], "afgevoerd") for row in CHROMEBOOKS[:5]]
    app = whole(upload(coordinator, workbook([HEADER, *gone, *CHROMEBOOKS[5:]])))
    assert "5 devices hiervan zijn volgens de lijst zelf weg" in words(app)
    assert ", 48 devices, en 5 die weg zijn." in words(press(app, "Bevestigen"))


def test_a_list_of_which_nothing_is_left_says_so_and_leads_on(coordinator: AppTest) -> None:
    elsewhere = [("School", *HEADER), *(("De Toverboom", *row) for row in CHROMEBOOKS)]
    app = upload(coordinator, workbook(elsewhere))
    [asked] = answers(app)
    other = next(option for option in asked.options if "andere school" in option)
    said = words(asked.set_value(other).run())
    assert "**Van deze lijst blijft niets over voor De Twister.**" in said
    assert "Er is niets over om te bevestigen." in said
    assert "Zeg eerst" not in said
