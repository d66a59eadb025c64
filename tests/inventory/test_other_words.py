"""Lists of coordinators whose words are in no sample: the reader knows their headings by parts or by what is below."""

import pytest

from planning.inventory.recognise.heading_parts import composed
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

NUMBERED: Rows = [
    ["Wat hebben we in huis?"],
    ["Naam van het apparaat", "Hvl.", "Gekocht in schooljr.", "Waar staat ie?", "Wie heeft hem"],
    ["Acer Chromebook C740", "24 (kar 1)", "schooljr. 2016/2017", "Lokaal 4", "Fenna de Vries"],
    ["I-pad 2", "6 stks", "wo 3 juni 2015", "Lokaal 5", ""],
    ["HP ProBook 450 G3", "3 ex.", "najaar '16", "teamkamer", ""],
]
UNHEARD_OF: Rows = [
    ["Spulletje", "Plakkertje", "Van toen", "Centjes"],
    ["Acer Chromebook C740", "NXEF2EH90708", "2016", "€ 259,-"],
    ["HP ProBook 450 G3", "5CD6190PLH", "12-5-2017", "589,- p.st."],
    ["Lenovo ThinkPad L450", "PF0ABC12", "mei 2015", "€ 1.249,50 p.st."],
]
HOSTS: Rows = [
    ["Naam apparaat", "Serienummer", "Aanschaf"],
    ["laptop emma", "5CD6190PLH", 2016],
    ["laptop daan", "5CD6190PLK", 2016],
    ["chromebook fenna", "5CD6190PLX", 2016],
]


def test_headings_are_read_by_their_words() -> None:
    reading = read(NUMBERED)
    assert column(reading, "count") == [24, 6, 3]
    assert column(reading, "kind") == ["chromebook", "tablet", "laptop"]
    assert [day.year for day in column(reading, "purchased_earliest")] == [2016, 2015, 2016]
    assert column(reading, "location")[:2] == ["Lokaal 4", "Lokaal 5"]
    assert "Fenna" not in repr(reading)


def test_headings_nobody_knows_are_read_by_what_stands_below_them() -> None:
    reading = read(UNHEARD_OF)
    assert column(reading, "serial") == ["NXEF2EH90708", "5CD6190PLH", "PF0ABC12"]
    assert column(reading, "price_cents") == [25900, 58900, 124950]
    assert [day.year for day in column(reading, "purchased_earliest")] == [2016, 2017, 2015]


def test_names_of_devices_that_name_people_stay_out() -> None:
    shown = repr(read(HOSTS)).lower()
    assert not any(name in shown for name in ("emma", "daan", "fenna"))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Jaar v. aanschaf", "purchased"),
        ("prijs per laptop", "price"),
        ("Waar staat ie", "location"),
        ("soort van apparaat", "kind"),
        ("wie heeft hem", "names_people"),
        ("garantie t/m", "not_a_device_field"),
        ("gekocht waar", None),
        ("groep 3", None),
        ("laptop", None),
    ],
)
def test_a_heading_asks_for_what_its_words_say(heading: str, field: str | None) -> None:
    assert composed(heading) == field


def test_a_heading_may_ask_which_place_or_which_number_in_its_own_words() -> None:
    reading = read(
        [
            ["Soort apparaat", "Machinenummer", "Nieuw aangeschaft in", "Hoort bij groep"],
            ["Laptop HP ProBook 450", "5CD6190PLH", "2016", 5],
            ["iPad Air 2", "DMPQ1234ABCD", "2015", 7],
        ]
    )
    assert column(reading, "serial") == ["5CD6190PLH", "DMPQ1234ABCD"]
    assert column(reading, "location") == ["5", "7"]
    assert column(reading, "audience") == ["pupils", "pupils"]


def test_a_heading_of_products_over_kinds_leaves_the_model_to_the_column_beside_it() -> None:
    reading = read([["Product", "Precieze type", "Aantal"], ["Laptop", "HP ProBook 430", 4], ["Tablet", "iPad 2", 9]])
    assert column(reading, "brand") == ["HP", "Apple"]


def test_why_devices_went_is_no_state() -> None:
    reading = read(
        [
            ["Toestel", "Serienr.", "Waarom"],
            ["iPad 2", "DMPQ1234ABCD", "te oud"],
            ["iPad 2", "DMPQ1234ABCE", "accu op"],
        ],
        sheet="Weggedaan",
    )
    assert column(reading, "status") == ["disposed", "disposed"]
    assert reading.open_problems == ()


def test_how_many_there_were_then_is_not_how_many_there_are() -> None:
    reading = read(
        [
            ["Wat voor apparaat?", "Hoeveel hebben we er toen gekocht?", "Hoeveel stuks nu nog?"],
            ["Acer C720", 15, 6],
            ["HP 11 G5", 20, 17],
        ]
    )
    assert column(reading, "count") == [6, 17]


def test_what_is_ready_beside_what_was_handed_out_is_in_the_cupboard() -> None:
    rows: Rows = [["Model", "Serienummer", "Status"], ["HP 250 G5", "5CD6190PLH", "Deployed"]]
    ready = ["HP 250 G5", "5CD6190PLK", "Ready to Deploy"]
    assert column(read([*rows, ready]), "status") == ["in_use", "spare"]
    assert column(read([rows[0], ready]), "status") == ["in_use"]


@pytest.mark.parametrize("heading", ["Kwartaal", "Quarter of purchase"])
def test_a_quarter_tells_the_year(heading: str) -> None:
    rows: Rows = [[heading, "Wat", "Aantal"], ["Q3 2014", "Acer C720", 15], ["3e kwartaal 2015", "Acer C740", 18]]
    reading = read(rows)
    assert [day.year for day in column(reading, "purchased_earliest")] == [2014, 2015]
    assert not [problem for problem in reading.problems if problem.severity == "must"]


def test_a_heading_over_names_of_staff_says_whose_the_devices_are() -> None:
    rows: Rows = [
        ["Naam medewerker", "Apparaat", "Jaar"],
        ["Wendy Kouwenhoven", "Lenovo E480", 2018],
        ["Jos van Elburg", "HP 240 G6", 2017],
    ]
    reading = read(rows)
    assert column(reading, "audience") == ["staff", "staff"]
    assert column(reading, "kind") == ["laptop", "laptop"]


def test_where_a_device_is_in_use_says_whose_it_is() -> None:
    rows: Rows = [
        ["Omschrijving", "Aantal", "Nu"],
        ["HP 255 G5", 14, "in gebruik bovenbouw"],
        ["HP 255 G5", 2, "reserve"],
    ]
    assert column(read(rows), "audience") == ["pupils", "unknown"]


def test_used_by_groups_of_people_is_no_room() -> None:
    rows: Rows = [
        ["aantal", "apparaat", "gebruikt door"],
        [16, "Acer C740", "leerlingen bovenbouw"],
        [8, "HP 250 G5", "leerkrachten"],
    ]
    reading = read(rows)
    assert column(reading, "location") == [None, None]
    assert column(reading, "audience") == ["pupils", "staff"]


def test_an_academic_year_and_how_a_device_was_paid_for() -> None:
    rows: Rows = [
        ["Item", "Qty", "Bought", "Ownership"],
        ["MacBook Air", 9, "AY 2017-18", "lease"],
        ["iPad 9.7 (2017)", 3, 2018, "owned"],
    ]
    reading = read(rows)
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2017-08-01", "2018-01-01"]
    assert column(reading, "model")[1] == "iPad (5e generatie)"
    assert problem_places(reading) == []


def test_a_question_mark_for_a_state_is_no_device_in_use() -> None:
    rows: Rows = [["Apparaat", "Merk", "Aantal", "Status"], ["laptop", "HP", 5, "goed"], ["laptop", "HP", 4, "?"]]
    reading = read(rows)
    assert column(reading, "status") == ["in_use", "unknown"]
    assert problem_places(reading) == [(3, "status-unknown")]


def test_where_a_device_went_that_left_is_not_asked_about() -> None:
    rows: Rows = [["aantal", "wat", "status", "hoe"], [5, "pc HP Compaq", "afgevoerd", "naar Oekraine"]]
    assert problem_places(read(rows)) == []


@pytest.mark.parametrize(
    ("answer", "state"), [("ja", "in_use"), ("ja, traag", "in_use"), ("nee", "broken"), ("nee, te traag", "broken")]
)
def test_a_no_with_a_complaint_is_a_no(answer: str, state: str) -> None:
    assert column(read([["Wat", "Aantal", "werkt?"], ["iPad 2", 3, answer]]), "status") == [state]


def test_a_no_that_is_taken_back_is_asked_about() -> None:
    rows: Rows = [["Wat", "Aantal", "werkt?"], ["iPad 2", 3, "nee, doet het nog"]]
    assert problem_places(read(rows)) == [(2, "status-unknown")]


def test_the_day_on_which_something_was_lent_is_not_that_of_the_purchase() -> None:
    rows: Rows = [
        ["apparaat", "serienummer", "uitgeleend aan", "uit op", "terug op"],
        ["Lenovo N22", "LR01AE1Y", "Ayoub L.", "3-9-2017", None],
        ["Lenovo N22", "LR05FPFH", "Dewi S.", "6-1-2018", "7-3-2018"],
    ]
    reading = read(rows)
    assert column(reading, "purchased_earliest") == [None, None]
    assert problem_places(reading) == []


def test_what_is_still_to_come_was_not_bought_when_the_rest_was_delivered() -> None:
    rows: Rows = [
        ["Artikel", "Besteld", "Geleverd", "Datum levering"],
        ["Dell Chromebook 3180", 12, 10, "19-2-2018"],
        ["HP 250 G5", 4, 4, "1-3-2018"],
    ]
    reading = read(rows)
    assert column(reading, "status") == ["in_use", "ordered", "in_use"]
    assert [day and str(day) for day in column(reading, "purchased_earliest")] == ["2018-02-19", None, "2018-03-01"]


def test_an_offer_was_bought_on_the_day_it_was_agreed_to() -> None:
    rows: Rows = [["Offerte A - akkoord mei 2017, alles binnen"], ["st", "artikel"], [20, "HP Chromebook 11 G5 EE"]]
    assert [str(day) for day in column(read(rows), "purchased_earliest")] == ["2017-05-01"]


def test_a_case_for_chromebooks_is_no_chromebook() -> None:
    assert column(read([["Artikel", "Aantal"], ["Chromebook-koffer leeg", 1]]), "kind") == ["charging_cart"]


def test_an_old_computer_is_a_computer_and_a_plain_whiteboard_is_no_board_of_ours() -> None:
    rows: Rows = [["wat", "geteld"], ["oude computer (kast)", 11], ["printer", 2], ["whiteboard (normaal)", 3]]
    reading = read(rows)
    assert column(reading, "kind") == ["desktop", "printer"]
    assert column(reading, "count") == [11, 2]


def test_what_a_device_is_for_says_whose_it_is() -> None:
    rows: Rows = [["wat", "aantal", "toestand", "waarvoor"], ["computer Dell 3020", 1, "goed", "leerkrachtplek"]]
    assert column(read(rows), "audience") == ["staff"]


def test_a_confirmation_of_an_order_is_read_without_its_sums_and_with_its_day() -> None:
    rows: Rows = [
        ["Orderbevestiging 2018-0455"],
        ["Datum:", "12-06-2018"],
        [],
        ["Art.nr", "Omschrijving", "Aantal", "Stuksprijs excl.", "Totaal excl."],
        ["A-100", "HP Chromebook 11 G6 EE", 24, 239, 5736],
        ["A-101", "Chrome Education licentie", 24, 26, 624],
        ["A-200", "Laadkar 32 plaatsen", 1, 899, 899],
        [],
        [None, None, None, "Subtotaal", 7259],
        [None, None, None, "BTW 21%", 1524.39],
        [None, None, None, "Totaal", 8783.39],
    ]
    reading = read(rows)
    assert column(reading, "kind") == ["chromebook", "charging_cart"]
    assert {str(day) for day in column(reading, "purchased_latest")} == {"2018-06-12"}
    assert problem_places(reading) == []


def test_moments_in_remarks_are_asked_once_where_nothing_else_says_when_devices_were_bought() -> None:
    rows: Rows = [
        ["Lokaal", "Wat staat er", "Aantal", "Bijzonderheden"],
        ["Groep 3", "digibord Prowise", 1, "2016"],
        ["Groep 3", "tafels", 12, None],
        ["Groep 4", "chromebooks Lenovo N23", 8, "sept '17"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [1, 8]
    assert problem_places(reading) == [(2, "purchase-beside")]


def test_a_line_that_goes_on_about_the_row_above_it_is_no_place_and_no_device() -> None:
    rows: Rows = [
        ["Merk", "Type", "Aantal", "Datum"],
        ["Acer", "Chromebook C740", 12, "aug 2015"],
        [None, "incl. laadkar"],
        ["HP", "ProBook 450 G3", 3, "2016"],
        [None, "met tas en muis"],
    ]
    reading = read(rows)
    assert column(reading, "location") == [None, None]
    assert problem_places(reading) == [(3, "row-unclear")], "whether the cart is one more a person says"


def test_kinds_alone_over_lines_that_count_devices_are_headings_and_a_line_on_the_school_is_no_place() -> None:
    rows: Rows = [
        ["hier de lijst van onze school:"],
        ["Computers"],
        ["4x Dell Optiplex 3020 (2014) in de mediatheek"],
        ["Tablets"],
        ["10x iPad Air 2 (2015)"],
    ]
    reading = read(rows)
    assert column(reading, "location") == ["mediatheek", None]
    assert problem_places(reading) == []


def test_a_sheet_named_after_the_laptops_of_the_team_holds_those_of_staff() -> None:
    rows: Rows = [["Naam", "Merk", "Serienummer"], ["Anja", "HP", "5CD1234567"], ["Bart", "HP", "5CD1234568"]]
    assert column(read(rows, sheet="Laptops team"), "audience") == ["staff", "staff"]


def test_kinds_without_a_heading_beside_makes_are_what_is_counted() -> None:
    rows: Rows = [
        [None, "merk", "aangeschaft", "gr 3", "gr 4", "samen"],
        ["chromebooks", "Asus", 2016, 2, 3, 5],
        ["digitale borden", "Legamaster", 2015, 1, 1, 2],
    ]
    reading = read(rows)
    assert column(reading, "kind") == ["chromebook"] * 2 + ["interactive_board"] * 2
    assert problem_places(reading) == []


def test_for_whom_devices_are_stands_between_the_rows_and_is_no_place() -> None:
    rows: Rows = [
        ["Apparaat", "Hoeveel", "Jaar", "Plaats", "Aantekening"],
        ["Voor de kinderen"],
        ["Acer Chromebook 14", 10, 2018, "leerplein"],
        ["Voor het team"],
        ["Lenovo E570 laptop", 6, 2017],
        ["Algemeen"],
        ["OKI kleurenprinter", 1, 2016, "gang"],
        ["Afgevoerd dit jaar"],
        ["Fujitsu Esprimo pc", 3, 2009, None, "naar de kringloop"],
        ["Asus laptop", 2, 2013, "klas 5"],
    ]
    reading = read(rows)
    assert column(reading, "location") == ["leerplein", None, "gang", None, "klas 5"]
    assert column(reading, "audience")[1] == "staff"
    assert column(reading, "status")[3:] == ["disposed", "disposed"]
    assert problem_places(reading) == []
