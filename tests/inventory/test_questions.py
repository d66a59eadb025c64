"""Forms: lists whose headings, or whose rows, ask."""

import pytest

from planning.inventory.values.questions import asked_for, asks_for_no_device
from tests.inventory.lists import column, problem_places, read, rows_told_of
from tests.making import Rows

ANSWERS: Rows = [
    ["Tijdstempel", "Welke groep heb je?", "Hoeveel chromebooks staan er in je lokaal?", "Hoeveel iPads?"],
    ["2018-06-05 10:13", "Groep 3", 6, 2],
    ["2018-06-05 11:13", "Groep 5", 12, None],
    ["2018-06-07 11:13", "Groep 5", 14, 1],
]
SURVEY: Rows = [
    ["Vraag", "Antwoord", "Toelichting"],
    ["Hoeveel leerlingen telt uw school?", 187, None],
    ["Hoeveel chromebooks heeft de school voor leerlingen?", 42, "Dell 3120, gekocht in 2015"],
    ["Hoeveel laptops zijn er voor leerkrachten?", 11, "Lenovo, 2016-2017"],
    ["Hoeveel digiborden heeft de school?", 8, "4 x Smart (2011) en 4 x CTouch (2017)"],
    ["Hoeveel devices wilt u in 2018 aanschaffen?", 25, None],
    ["Is uw wifi op orde?", "nee", None],
]


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hoeveel chromebooks staan er in je lokaal?", "chromebooks"),
        ("Hoeveel laptops voor leerlingen?", "laptops voor leerlingen"),
        ("Hoeveel iPads zijn kapot?", "ipads kapot"),
        ("Hoeveel laptops doen het?", "laptops doen het"),
        ("How many iPads are in your room?", "ipads"),
        ("Hoeveel Chromebooks heb je? (alles meetellen)", "chromebooks"),
        ("Hoeveel van die Chromebooks doen het niet?", "waarvan chromebooks doen het niet"),
        ("Hoeveel daarvan zijn stuk?", "waarvan stuk"),
        ("Hoeveel zijn er kapot?", "waarvan kapot"),
        ("How many of those are broken?", "waarvan broken"),
        ("In welk lokaal staat hij?", "lokaal"),
        ("Hoeveel leerkrachten hebben een telefoon van school?", ""),
        ("Hoeveel devices wilt u aanschaffen?", ""),
    ],
)
def test_what_a_question_asks_for_stands_in_it(question: str, thing: str) -> None:
    assert asked_for(question) == thing


@pytest.mark.parametrize("text", ["iPad Air ?", "Is dit een laptop?", "Samsung, welke?"])
def test_a_doubtful_device_is_no_question_of_a_form(text: str) -> None:
    assert not asks_for_no_device(text)


def test_the_answers_to_a_form_count_what_its_questions_ask_for() -> None:
    reading = read(ANSWERS)
    assert column(reading, "kind") == ["chromebook", "tablet", "chromebook", "tablet"]
    assert column(reading, "location") == ["Groep 3", "Groep 3", "Groep 5", "Groep 5"]


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel chromebooks (werkend) staan er?",
        "Hoeveel werkende chromebooks heb je?",
        "Hoeveel chromebooks doen het?",
    ],
)
def test_a_question_for_those_that_work_says_that_they_do(question: str) -> None:
    reading = read([[*ANSWERS[0][:2], question, "Hoeveel iPads?"], *ANSWERS[1:]])
    assert column(reading, "status") == ["in_use", "unknown", "in_use", "unknown"]


@pytest.mark.parametrize("said", ["hoesje kapot van 1 iPad", "oplader van 1 chromebook stuk"])
def test_an_answer_on_what_comes_with_a_device_names_none(said: str) -> None:
    rows = [[*ANSWERS[0], "Wat wil je nog kwijt?"], [*ANSWERS[1], said], [*ANSWERS[2], None]]
    assert problem_places(read(rows)) == []


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel van die chromebooks doen het niet?",
        "Hoeveel daarvan zijn kapot?",
        "HOEVEEL ERVAN ZIJN STUK?",
        "How many of these chromebooks do not work?",
        "waarvan defect",
        "Aantal daarvan kapot",
    ],
)
def test_a_question_on_those_just_counted_counts_none_again(question: str) -> None:
    head = [*ANSWERS[0][:3], question, "Hoeveel iPads?"]
    reading = read([head, ["2018-06-05", "Groep 3", 6, 1, 2], ["2018-06-06", "Groep 5", 12, 0, 4]])
    assert column(reading, "count") == [5, 1, 2, 12, 4]
    assert column(reading, "status") == ["in_use", "broken", "in_use", "in_use", "in_use"]
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    "question", ["Hoeveel daarvan hangen aan de lader?", "Hoeveel van die chromebooks zijn blauw?"]
)
def test_a_part_of_which_nobody_knows_what_it_is_counts_none_again_and_is_asked(question: str) -> None:
    reading = read([[*ANSWERS[0][:3], question], ["2018-06-05", "Groep 3", 6, 1], ["2018-06-06", "Groep 5", 12, 3]])
    assert column(reading, "count") == [6, 12]
    assert problem_places(reading) == [(1, "row-unclear")]


@pytest.mark.parametrize(
    "remark",
    [
        "Mijn vorige inzending klopte niet, deze geldt!",
        "Eerdere formulier was fout. Dit telt",
        "vorige antwoord klopt niet",
    ],
)
def test_what_is_said_of_an_earlier_answer_is_of_no_device(remark: str) -> None:
    rows = [[*ANSWERS[0], "Opmerkingen"], *([*row, None] for row in ANSWERS[1:3]), [*ANSWERS[3], remark]]
    assert problem_places(read(rows)) == [(3, "count-answered-again")]


def test_of_two_answers_for_one_place_the_last_counts_until_a_person_says_otherwise() -> None:
    reading = read(ANSWERS)
    assert sum(int(str(n)) for n in column(reading, "count")) == 6 + 2 + 14 + 1
    assert problem_places(reading) == [(3, "count-answered-again")]


def test_questions_down_the_side_ask_for_devices_people_and_wishes() -> None:
    reading = read(SURVEY)
    assert column(reading, "count") == [42, 11, 8]
    assert column(reading, "audience") == ["pupils", "staff", "unknown"]
    assert [row for row in rows_told_of(reading) if row in (2, 6, 7)] == [2, 6, 7]


def test_a_remark_that_dates_or_divides_a_lot_is_asked_about() -> None:
    asked = problem_places(read(SURVEY))
    assert (3, "purchase-beside") in asked
    assert (5, "row-holds-several") in asked


def test_other_devices_at_the_same_place_are_no_answer_given_again() -> None:
    rows: Rows = [["Tijdstempel", "Wat is het?", "Hoeveel stuks?", "Waar staat het?"]]
    reading = read([*rows, ["2018-06-05", "tablet", 2, "groep 4"], ["2018-06-06", "digibord", 1, "groep 4"]])
    assert column(reading, "count") == [2, 1]
    assert problem_places(reading) == []


def test_a_doubt_that_speaks_of_a_date_is_asked_at_the_purchase() -> None:
    rows: Rows = [
        ["wat", "aantal", "aanschafdatum", "opmerking"],
        ["iPad Air 2", 6, "9-4-2018", "factuurdatum na peildatum, klopt dit?"],
        ["iPad Air 2", 6, "9-4-2018", "klopt dit?"],
    ]
    assert problem_places(read(rows)) == [(2, "purchase-doubted"), (3, "note-questions-count")]


def test_a_device_that_left_before_it_was_bought_is_asked_about() -> None:
    rows: Rows = [
        ["Omschrijving", "Serienummer", "Aanschafdatum", "Datum afvoer"],
        ["HP ProDesk 400", "CZC8264996", "14-7-2016", "30-6-2014"],
        ["HP ProDesk 400", "CZC8264997", "14-7-2012", "30-6-2017"],
    ]
    assert problem_places(read(rows)) == [(2, "status-left-before-bought")]
