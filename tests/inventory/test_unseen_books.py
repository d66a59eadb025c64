"""Kinds of fault met in books nobody here had seen, each in a list of a few rows."""

from planning.inventory.recognise.layouts.body import number_in
from planning.inventory.values.no_devices import names_no_device
from planning.inventory.values.people import place_without_names
from planning.inventory.values.status import read_remark
from tests.inventory.lists import column, held, problem_places, read, rows_told_of


def test_a_room_with_who_teaches_there_on_which_days_is_a_heading() -> None:
    rows = [["Wat", "Aantal"], ["Groep 5/6 - meester Koen"], ["laptop", 1]]
    for heading in (
        "Groep 7/8 - juf Yvonne (ma-wo) / meester Rik",
        "Groep 7/8 (juf Yvonne ma di wo, meester Rik do en vr)",
        "Groep 7/8: juf Yvonne maandag t/m woensdag, juf Els",
    ):
        assert "7/8" in str(read([*rows, [heading], ["laptop", 2]]).devices["location"][1])


def test_who_heads_devices_among_rooms_is_a_room_unless_it_is_everybody() -> None:
    rooms = [["Wat", "Aantal"], ["Groep 3"], ["laptop", 1], ["Teamkamer"], ["laptop", 2]]
    told = {
        who: column(read([*rooms, [who], ["laptop", 3]]), "location")[2] for who in ("Directie", "IB", "Leerlingen")
    }
    assert told == {"Directie": "Directie", "IB": "IB", "Leerlingen": None}


def test_in_a_list_of_loans_who_left_or_handed_a_device_in_did_not_take_it_away() -> None:
    reading = read(
        [
            ["Naam", "Functie", "Laptop", "Serienummer", "Uitgifte", "Ingeleverd", "Opmerking"],
            ["Bas Hoek", "directeur", "HP ProBook 430 G3", "5CD9398601", "30-8-2016", "", ""],
            ["Els Timmer", "lkr gr 3", "HP ProBook 430 G3", "5CD9398602", "30-8-2016", "5-10-2018", "kapot ingeleverd"],
            [
                "Ria Dek",
                "onderwijsassistent",
                "HP ProBook 430 G3",
                "5CD9398603",
                "30-8-2016",
                "5-7-2018",
                "uit dienst, ligt bij ict",
            ],
        ]
    )
    assert held(reading, "status", "audience", "location") == [
        ("in_use", "staff", None), ("broken", "staff", None), ("spare", "staff", None),
    ]  # fmt: skip
    assert problem_places(reading) == []


def test_why_a_device_is_away_for_repair_is_not_how_it_does_now() -> None:
    notes = (
        "scherm gebarsten, is weg voor reparatie",
        "scharnier stuk - ter reparatie bij Rolf",
        "ingeleverd voor reparatie",
    )
    assert {read_remark(note).status for note in notes} == {"in_repair"}
    assert read_remark("kapot, reparatie te duur").status == "broken"


def test_a_heading_with_a_state_is_no_note_whatever_stands_in_its_brackets() -> None:
    reading = read(
        [
            ["Artikel", "Serienummer"],
            ["BESCHADIGD"],
            ["laptop", "5CD7631001"],
            ["NOG AANWEZIG (niet meegenomen)"],
            ["laptop", "5CD7631002"],
        ]
    )
    assert column(reading, "status") == ["broken", "in_use"]


def test_a_sheet_of_what_is_expected_to_be_bought_holds_no_devices() -> None:
    bought = [["Omschrijving", "Aantal", "Aanschafjaar"], ["Chromebooks Lenovo N22", 30, 2016]]
    wished = [["Jaar", "Wat", "Aantal", "Bedrag (schatting)"], [2020, "chromebooks", 45, 13500]]
    for name in ("Prognose 2019-2021", "Vooruitblik", "Forecast"):
        reading = read(bought, sheet="Afschrijving ICT", **{name: wished})
        assert (column(reading, "count"), problem_places(reading)) == ([30], [])


def test_a_hoes_is_no_ipad_whoever_made_it() -> None:
    for text in ("Gumdrop hoes iPad 9.7", "HP tas 14 inch laptop", "Verrijdbaar onderstel"):
        assert names_no_device(text)
    assert not names_no_device("kapot toetsenbord laptop HP")


def test_the_number_of_an_order_is_no_number_of_devices() -> None:
    assert [number_in(label) for label in ("Totaal order SO160412", "Totaal factuur 20130877", "Totaal: 30")] == [
        None,
        None,
        30,
    ]


def test_a_yes_with_a_number_is_of_so_many_of_the_lot() -> None:
    for heading, answer in (
        ("kapot?", "ja 2"),
        ("Defect", "ja, 2 stuks"),
        ("werkt?", "2 nee"),
        ("werkt?", "20 wel, 2 niet"),
    ):
        reading = read([["Wat", "Aantal", heading], ["Acer C731", 22, answer], ["Acer C731", 4, ""]])
        assert problem_places(reading) == [(2, "mixed-status-in-lot")]
        broken = [n for n, state in held(reading, "count", "status") if state == "broken"]
        assert sum(broken) in (0, 2)


def test_in_a_register_a_number_in_brackets_counts_and_what_nobody_counts_is_asked() -> None:
    reading = read(
        [
            ["Volgnr", "Omschrijving", "Aanschafdatum", "Aanschafwaarde", "Boekwaarde"],
            [1, "Ipads (10x) onderbouw", "12-10-2015", 3790, 0],
            [2, "Acces points Ubiquiti 9 st", "14-8-2017", 1161, 900],
            [3, "Server + werkplekken", "10-6-2013", 11850, 0],
            [4, "Zonwering", "15-5-2017", 6200, 5580],
        ]
    )
    assert held(reading, "kind", "count") == [("tablet", 10), ("network", 9)]
    assert problem_places(reading) == [(4, "row-unclear")]


def test_since_when_something_is_lent_or_gone_is_not_when_it_was_bought() -> None:
    bought = [["Type", "Serial", "Aangeschaft"], ["Acer C740", "NXGHTEH961901", "sep 2015"], []]
    for title, heading in (("Uitgeleend", "Sinds"), ("Weg / stuk", "Wanneer"), ("Gestolen", "Datum")):
        reading = read([*bought, [title], ["Wat", "Hoeveel", heading], ["iPad 2", 5, "juni 2017"]])
        assert [str(day)[:4] for day in column(reading, "purchased_earliest")] == ["2015", "None"]


def test_two_rows_of_headings_tell_lists_beside_each_other_whosever_they_are() -> None:
    reading = read(
        [
            ["", "Digibord", "", "Computer leerkracht", "", "Printer"],
            ["Lokaal", "Merk", "Serienummer", "Merk/type", "Serienummer", "Merk/type"],
            ["1", "Smart 680", "SB680-R2-145855", "HP 6200", "CZC4273745", ""],
            ["2", 'Prowise 65"', "PW659975B9", "HP 6200", "CZC8089818", "Brother HL-2250"],
        ]
    )
    assert held(reading, "kind", "serial", "audience") == [
        ("interactive_board", "SB680-R2-145855", "unknown"), ("interactive_board", "PW659975B9", "unknown"),
        ("desktop", "CZC4273745", "staff"), ("desktop", "CZC8089818", "staff"), ("printer", None, "unknown"),
    ]  # fmt: skip


def test_a_question_whether_a_beamer_hangs_with_each_board_counts_no_beamers() -> None:
    reading = read(
        [
            ["Lokaal", "Merk bord", "Jaar", "Beamer?"],
            ["1", "ActivBoard 378", 2010, "ja Epson"],
            ["2", 'CTouch 65"', 2016, "nee"],
            ["aula", "", "", "ja Acer"],
        ],
        sheet="Borden",
    )
    assert column(reading, "kind") == ["interactive_board", "interactive_board"]
    assert problem_places(reading) == [(4, "row-unclear")]


def test_labels_over_each_list_of_serial_numbers_say_what_it_lists_and_how_many() -> None:
    reading = read(
        [
            ["Uitleverlijst"],
            ["Artikel:", "Lenovo 300e Chromebook"],
            ["Leverdatum:", "20-6-2018"],
            ["Aantal:", 2],
            ["Serienummer", "Assettag"],
            ["PF0BGCYW", "CW-86423"],
            ["PF0PNHDS", "CW-83285"],
            [],
            ["Artikel: Lenovo ThinkPad E580 Windows laptop"],
            ["Aantal:", 2],
            ["Serienummer", "Assettag"],
            ["PF0N8L9Y", "CW-77112"],
        ]
    )
    assert held(reading, "row", "kind", "serial") == [
        (6, "chromebook", "PF0BGCYW"), (7, "chromebook", "PF0PNHDS"), (12, "laptop", "PF0N8L9Y"),
    ]  # fmt: skip
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2018-06-20", "2018-06-20", "None"]
    assert problem_places(reading) == [(10, "total-mismatch")]
    assert rows_told_of(reading) == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]


def test_a_label_names_one_device_of_a_lot_whatever_its_number() -> None:
    for note, broken in (("B07 kapot", 1), ("CB07 en CB09 kapot", 2), ("nrs 7 en 9 kapot", 2), ("#7 kapot", 1)):
        remark = read_remark(note)
        assert (remark.part, remark.part_status) == (broken, "broken")
    assert read_remark("groep 7 kapot").part is None
    assert read_remark("2 kapot").part == 2


def test_an_export_with_columns_left_out_is_its_products_all_the_same() -> None:
    headings = [
        "Device ID", "Device name", "Enrollment date", "Last check-in", "Serial number", "Manufacturer", "Model",
        "Ownership", "Category",
    ]  # fmt: skip
    row = ["e652fce1", "NL-101", "2018-03-10", "2018-11-03", "PF0PJBHX", "HP", "HP ProBook 430 G5", "Corporate"]
    reading = read([headings, [*row, "Medewerkers"], ["e0a3c11b", *row[1:4], "PF0PJBHY", *row[5:], "Leerlingen"]])
    assert (reading.layout, column(reading, "audience")) == ("export_intune", ["staff", "pupils"])


def test_days_on_which_somebody_works_go_with_the_name() -> None:
    assert place_without_names("Groep 7/8 - juf Yvonne (ma-wo) / meester Rik") == "Groep 7/8"


def test_a_serial_number_alone_is_a_device_where_a_label_says_of_what() -> None:
    reading = read(
        [
            ["Model: iPad Air 2"],
            ["Serienummer", "Opmerking"],
            ["DMPC1981HLFA", "scherm stuk"],
            ["DMPC1982HLFB", ""],
        ]
    )
    assert held(reading, "serial", "status") == [("DMPC1981HLFA", "broken"), ("DMPC1982HLFB", "in_use")]


def test_what_is_missing_of_a_device_leaves_the_device_there() -> None:
    assert [read_remark(text).status for text in ("scherm weg", "screen gone", "knop kwijt")] == ["broken"] * 3
    assert read_remark("laptop weg").status == "disposed"


def test_what_a_lot_is_kept_for_takes_nothing_from_its_state() -> None:
    rows = [["Wat", "Aantal", "Opmerking"], ["Lenovo N21", 5, "reserve, alleen voor toetsen"]]
    reading = read(rows)
    assert (column(reading, "status"), problem_places(reading)) == (["spare"], [])


def test_a_year_without_purchases_is_nothing_to_ask() -> None:
    for said in ("geen aankopen", "niets gekocht", "geen nieuwe aanschaf"):
        rows = [["Omschrijving", "Aantal"], ["Schooljaar 2016-2017"], [said], ["Schooljaar 2017-2018"], ["iPad Air", 3]]
        assert problem_places(read(rows)) == []


def test_who_has_a_function_at_school_is_staff_in_whatever_words() -> None:
    rows = [["Naam", "Functie", "Laptop", "Serienummer"]]
    rows += [[name, what, "HP ProBook 430 G3", f"5CD939860{n}"] for n, (name, what) in enumerate(_FUNCTIONS)]
    reading = read(rows)
    assert column(reading, "audience") == ["staff"] * 3
    assert "audience-unclear" not in str(problem_places(reading))


_FUNCTIONS = (("Bas Hoek", "ict"), ("Els Timmer", "BHV-coördinator"), ("Ria Dek", "lkr gr 3"))
