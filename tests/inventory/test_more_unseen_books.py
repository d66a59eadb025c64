"""Kinds of fault met in another 24 books nobody here had seen, each in a list of a few rows."""

import datetime

from planning.inventory.recognise.layouts.other_tables import titles_wishes
from planning.inventory.values.devices import Description, identify
from planning.inventory.values.lines import read_line
from planning.inventory.values.money import read_price
from planning.inventory.values.no_devices import names_no_device
from planning.inventory.values.own_labels import without_own_label
from planning.inventory.values.people import is_grown_up
from planning.inventory.values.status import read_remark
from tests.inventory.lists import column, problem_places, read
from tests.inventory.test_unseen_books import held


def test_the_number_a_device_has_in_its_cupboard_is_no_count_and_no_model() -> None:
    for text in ("iPad 01 (mini 4, 32 GB)", "iPad nr 11 (mini 4)", "iPad 12 (mini 4)", "iPad #3 (mini 4)"):
        assert identify(Description(both=text)).model == "iPad mini 4"
        assert not any(lot.sure for lot in read_line(text).lots)
    assert without_own_label("iPad 2 (wit)") == "iPad 2 (wit)"
    assert read_line("lokaal 01: 12 laptops").lots[0].place == "lokaal 01"


def test_an_amount_with_cents_and_no_sign_is_no_number_of_devices() -> None:
    rows = [
        ["Barcode", "Titel", "Materiaalsoort", "Plaatskenmerk", "Aanschaf", "Prijs", "Status", "Lener"],
        ["300114", "iPad 01 (mini 4, 32 GB)", "tablet", "mediatheek", "06-11-2016", "369,00", "aanwezig", ""],
        ["300121", "iPad 02 (mini 4, 32 GB)", "tablet", "mediatheek", "06-11-2016", "369,00", "vermist", ""],
        ["300261", "Prentenboek De Gruffalo", "spel/materiaal", "kast 3", "10-01-2017", "45,00", "aanwezig", ""],
        ["300282", "Beamer Acer X113 (uitleen)", "apparatuur", "kast 3", "", "", "aanwezig", ""],
    ]
    reading = read(rows)
    assert held(reading, "row", "kind", "price_cents") == [
        (2, "tablet", 36900), (3, "tablet", 36900), (5, "projector", None),
    ]  # fmt: skip
    assert problem_places(reading) == []


def test_what_a_school_lends_to_read_and_play_is_no_device() -> None:
    assert all(
        map(names_no_device, ("Prentenboek De Gruffalo", "Leskoffer WO II", "Spelmateriaal Loco", "Leskist water"))
    )


def test_a_kind_that_nobody_counts_in_a_matrix_is_one_where_its_make_stands() -> None:
    rows = [
        ["", "Chromebooks", "", "Digibord", ""],
        ["Groep", "aantal", "jaar", "merk", "jaar"],
        ["Groep 3", 5, 2018, "Prowise", 2015],
        ["Groep 4", 8, 2018, "", ""],
        ["Groep 5", 8, 2018, "Smart", 2010],
    ]
    once = [rows[0], ["Groep", "aantal", "jaar", "merk", "type"], *([*row[:4], ""] for row in rows[2:])]
    for one in (rows, once):
        boards = [one for one in held(read(one), "row", "kind", "count") if one[1] == "interactive_board"]
        assert boards == [(3, "interactive_board", 1), (5, "interactive_board", 1)]


def test_who_is_written_with_initials_is_no_pupil_unless_a_room_says_so() -> None:
    assert all(map(is_grown_up, ("M. Terpstra", "C. van Wijk", "Bos, P.J.", "Bos, P. van den", "dhr. J. Bakker")))
    assert not any(map(is_grown_up, ("Emma S.", "Noor Dijkstra", "HP", "D. 640")))
    rows = [["Soort", "Serienummer", "Kamer", "Gebruiker"], ["Notebook", "5CD6112CRM", "", "M. Terpstra"]]
    reading = read([*rows, ["Notebook", "5CD6953TQF", "Groep 6", "C. van Wijk"], ["Notebook", "5CD8552X53", "", ""]])
    assert column(reading, "audience") == ["staff", "pupils", "pupils"]


def test_a_number_behind_a_colon_counts_and_a_sheet_of_such_lines_adds_up_the_others() -> None:
    assert [(lot.count, lot.device) for lot in read_line("iPads: 9").lots] == [("9", "iPads")]
    summed = [["Samen", 2018], ["Chromebooks", 12], ["iPads", 9], ["Borden", 2]]
    one = [
        ["Wat", "Merk/type", "Aantal", "Gekocht"],
        ["Chromebook", "HP 11 G6", 7, 2018],
        ["iPad", "iPad Air 2", 9, 2015],
    ]
    two = [
        ["Wat", "Merk/type", "Aantal", "Gekocht"],
        ["Chromebook", "Lenovo N23", 5, 2017],
        ["Digibord", "Ctouch", 2, 2016],
    ]
    reading = read(summed, sheet="Samen", **{"Groep 3": one, "Groep 4": two})
    assert (sum(column(reading, "count")), problem_places(reading)) == (23, [])


def test_what_is_not_decided_yet_is_a_wish() -> None:
    for title in ("B. Uitbreiding (nog niet besloten)", "Nieuw: nog geen akkoord", "onder voorbehoud"):
        assert titles_wishes(title)
    assert not titles_wishes("Nog niet geleverd")


def test_labels_and_counts_that_differ_in_one_row_are_asked_about() -> None:
    for labels in (
        ("1 t/m 12", "13-20", "21 t/m 44", "56 t/m 60"),
        ("CB01-CB12", "CB13-CB20", "CB21-CB44", "CB56-CB60"),
    ):
        counts = (12, 8, 24, 4)
        rows = [[label, "Acer C731", n, 2016] for label, n in zip(labels, counts, strict=True)]
        reading = read([["Labels", "Wat", "Aantal", "Gekocht"], *rows, ["61 t/m 70", "(nog vrij)", "", ""]])
        assert (5, "count-unclear") in problem_places(reading)
        assert 10 not in column(reading, "count")


def test_a_title_gives_each_make_its_own_moment_of_purchase() -> None:
    rows = [
        ["Laptop", "Serienummer", "Opmerking"],
        ["Lenovo ThinkPad L450", "LR0FA7DM", ""],
        ["Dell Latitude E5430", "7W346T2", ""],
        ["HP 250 G5", "5CD7631001", ""],
    ]
    for title in (
        "Aangeschaft juli 2016 (Lenovo) en november 2013 (Dell)",
        "Lenovo gekocht in 2016, Dell gekocht in 2013",
    ):
        days = column(read([[title], *rows]), "purchased_earliest")
        assert [day and day.year for day in days if isinstance(day, datetime.date) or day is None] == [2016, 2013, None]
    assert column(read([["Gekocht in 2016 en 2013"], *rows]), "purchased_earliest") == [None, None, None]
    stated = column(read([["Aangeschaft 2016, stand september 2018"], *rows]), "purchased_as_written")
    assert stated == ["2016", "2016", "2016"]


def test_that_nobody_uses_it_any_more_takes_nothing_from_what_is_broken() -> None:
    for note in ("scherm kapot, niet meer uitgeven", "gevallen, niet meer te maken", "valt uit, niet meer gebruiken"):
        remark = read_remark(note)
        assert (remark.status, remark.opens) == ("broken", True)
    assert read_remark("scherm kapot, niet meer te vinden").status == "missing"
    assert not read_remark("kapot, niet gerepareerd").opens


def test_a_moment_before_a_state_is_when_it_came_to_it() -> None:
    for note in ("afgeschreven, juni 2017 naar milieustraat gebracht", "hele partij is in 2018 ingeruild"):
        assert (read_remark(note).status, read_remark(note).opens) == ("disposed", True)


def test_what_will_be_replaced_or_lacks_ink_works() -> None:
    for note in ("worden in 2018 vervangen", "wordt volgend schooljaar vervangen", "inkt op", "toner is op"):
        assert (read_remark(note).status, read_remark(note).whole) == ("in_use", True)


def test_a_thing_that_comes_with_a_device_tells_nothing_of_its_state() -> None:
    reading = read([["Type", "Serienummer", "stand"], ["Dell 3380", "XV5PRH2", "docking defect"]])
    assert column(reading, "status") == ["in_use"]


def test_a_subordinate_clause_says_of_how_many_it_is() -> None:
    for note in ("waarvan 2 het niet meer doen", "waarvan 2 niet werken", "2 die niet opstarten"):
        assert (read_remark(note).part_status or read_remark(note).status) == "broken"
    assert read_line("6 iPads (4e generatie), 2013, waarvan 2 het niet meer doen").lots[0].count == "6"


def test_of_two_moments_in_a_line_on_what_left_the_one_of_the_purchase_holds() -> None:
    line = "De 12 Acer Aspire laptops uit 2010 zijn vorig jaar naar de kringloop gegaan."
    assert [lot.purchased for lot in read_line(line).lots] == ["2010"]


def test_a_wish_for_a_moment_to_come_is_not_asked_about_and_one_to_replace_is() -> None:
    assert not read_line("Volgend schooljaar willen we er graag 15 chromebooks bij.").unclear
    assert read_line("We willen 12 oude laptops vervangen").unclear


def test_a_number_held_against_an_earlier_list_is_no_part_of_this_one() -> None:
    reading = read([["Wat", "Aantal", "Opmerking"], ["Dell 3120", 13, "2 minder dan vorig jaar (afgevoerd)"]])
    assert held(reading, "count", "status") == [(13, "in_use")]


def test_an_amount_that_a_cell_calls_a_total_is_of_all_devices_of_its_row() -> None:
    for text in ("€ 2.748 totaal", "totaal 2748,-", "samen € 2748"):
        assert (read_price(text).cents, read_price(text).of_all) == (274800, True)
    reading = read([["aantal", "wat", "prijs"], [12, "HP Stream 11", "€ 2.748 totaal"], [5, "iPad Air", "€ 399"]])
    assert column(reading, "price_cents") == [22900, 39900]
