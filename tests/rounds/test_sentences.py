"""The explanation as people read it, in Dutch and in English."""

from datetime import date

import pytest

from planning.core.translation import use_language
from planning.rounds import sentences
from planning.rounds.calendar import RoundCalendar
from planning.rounds.priority import why
from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.explain import Bottleneck, Difference, bottlenecks, comparison, reach_by_school
from planning.rounds.solver.instance import Bound
from planning.rounds.solver.what_if import Effect, LeastBudget
from tests.rounds.known import as_instance, instance, kind, line, old, with_bounds

NBSP = "\u00a0"
CALENDAR = RoundCalendar(
    (date(2018, 9, 1), date(2019, 1, 1), date(2019, 9, 1)),
    {"A": "De Brink", "B": "De Bottel", "C": "De Twister", "D": "Sint Anna"},
)
IN_CENTS = {"types": {"cb": kind(price=30_000)}}


def told(text: str) -> str:
    return text.replace(NBSP, " ")


def answer(count: int, reach: dict[str, int | None], other: int | None, enough: LeastBudget | None = None) -> str:
    board = as_instance(instance(line([4, 4, 4]), **IN_CENTS))
    plan = evaluate(board, {(0, "cb", 0): count, (0, "cb", 2): count} if count else {})
    return told(sentences.answer(CALENDAR, reach, plan, other, enough))


@pytest.mark.parametrize(
    ("other", "end"),
    [
        (3, "Met ‘oudste eerst’ duurt dat één ronde langer."),
        (4, "Met ‘oudste eerst’ duurt dat 2 rondes langer."),
        (2, "Met ‘oudste eerst’ duurt het even lang."),
        (1, "Met ‘oudste eerst’ duurt dat één ronde korter."),
        (None, "Met ‘oudste eerst’ lukt dat niet binnen deze rondes."),
    ],
)
def test_the_answer_says_when_for_how_much_and_how_much_sooner(other: int | None, end: str) -> None:
    expected = f"**In ronde 3 (september 2019) halen alle 2 scholen hun doel,** voor **€ 1.200** in 2 rondes. {end}"
    assert answer(2, {"A": 2, "B": 0}, other) == expected


def test_only_what_is_spent_until_then_counts() -> None:
    assert answer(2, {"A": 1, "B": 0}, 1).startswith(
        "**In ronde 2 (januari 2019) halen alle 2 scholen hun doel,** voor **€ 600** in 1 ronde."
    )


def test_one_school_is_one_school() -> None:
    assert answer(2, {"A": 2}, 2).startswith("**In ronde 3 (september 2019) haalt de school haar doel,** voor")


def test_nothing_to_buy_is_said_so() -> None:
    assert answer(0, {"A": 0, "B": 0}, 0) == (
        "**Alle 2 scholen halen hun doel vanaf ronde 1 (september 2018),** zonder aankopen. "
        "Met ‘oudste eerst’ duurt het even lang."
    )


def test_a_target_out_of_reach_says_what_would_be_enough() -> None:
    enough = LeastBudget(2, None, (2_743_210, 2_743_210, 2_743_210), 2_700_000.0)
    assert answer(2, {"A": None, "B": 0}, None, enough) == (
        "**Met dit budget haalt 1 school haar doel niet vóór 2020.** Met € 27.500 per ronde wel."
    )
    assert answer(2, {"A": None, "B": None}, None) == "**Met dit budget halen 2 scholen hun doel niet vóór 2020.**"


@pytest.mark.parametrize(
    ("budgets", "start"),
    [((2_000_000,) * 3, "Met € 20.000 per ronde"), ((2_000_000, 0, 0), "Met deze budgetten")],
)
def test_devices_that_age_faster_than_they_are_replaced_are_told_so(budgets: tuple[int, ...], start: str) -> None:
    board = as_instance(instance(line([4, 4, 4], legacy=[old(2, 4)]), **IN_CENTS))
    ageing = evaluate(board, {})
    enough = LeastBudget(2, None, (2_743_210,) * 3, 2_700_000.0)
    assert told(sentences.answer(CALENDAR, {"A": None}, ageing, None, enough, budgets)) == (
        f"**{start} verouderen devices sneller dan u ze vervangt:** 1 school haalt haar doel niet vóór 2020. "
        "Vanaf € 27.500 per ronde lukt het."
    )


def test_the_answer_in_english() -> None:
    use_language("en")
    assert answer(2, {"A": 2, "B": 0}, 3) == (
        "**In round 3 (September 2019) all 2 schools reach their target,** for **€1,200** in 2 rounds. "
        "With ‘oldest first’ it takes one round longer."
    )


@pytest.mark.parametrize(
    ("reach", "text"),
    [
        (2, "De Brink haalt haar doel in ronde 3 (september 2019)."),
        (0, "De Brink haalt haar doel vanaf de eerste ronde."),
        (None, "De Brink haalt haar doel niet binnen deze 3 rondes."),
    ],
)
def test_a_school_is_told_when(reach: int | None, text: str) -> None:
    assert sentences.school_reach(CALENDAR, "A", reach) == text


def test_what_binds_is_told_board_first() -> None:
    found = [
        Bottleneck(0, None, 20, 5, 3),
        Bottleneck(0, "A", 9, 1, 2),
        Bottleneck(1, None, 20, 5, 1),
        Bottleneck(2, "A", 9, 1, 0),
    ]
    assert sentences.what_binds(CALENDAR, found) == [
        "In ronde 1 en 2 is het budget op, terwijl nog devices ontbreken: 3 en 1.",
        "Het eigen budget van De Brink is op in ronde 1 en 3.",
    ]
    assert sentences.what_binds(CALENDAR, [Bottleneck(1, None, 20, 5, 1)]) == [
        "In ronde 2 is het budget op, terwijl nog 1 device ontbreekt."
    ]
    assert sentences.what_binds(CALENDAR, [Bottleneck(2, None, 20, 5, 0)]) == [
        "In ronde 3 is het budget op; wat wacht, is alleen over de levensduur."
    ]
    assert sentences.what_binds(CALENDAR, []) == ["Geen budget houdt dit plan tegen."]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            Effect(-31, -4, 990_000, {"B": 30}, {"A": -8, "B": -20, "C": 2, "D": -5}),
            "€ 10.000 meer in ronde 1 (september 2018) scheelt over alle rondes ongeveer 31 devices tekort, "
            "vooral bij De Bottel, De Brink en Sint Anna.",
        ),
        (
            Effect(0, -1, 990_000, {"A": 1}, {}),
            "€ 10.000 meer in ronde 1 (september 2018) verandert niets aan het tekort; "
            "ongeveer 1 device minder is over de levensduur.",
        ),
        (Effect(0, 0, 0, {}, {}), "€ 10.000 meer in ronde 1 (september 2018) koopt niets wat nodig is."),
    ],
)
def test_more_money_is_told_in_devices_and_schools(change: Effect, text: str) -> None:
    assert told(sentences.more_money(CALENDAR, 1_000_000, 0, change)) == text


@pytest.mark.parametrize(
    ("least", "text"),
    [
        (
            LeastBudget(1, None, (2_743_210,) * 3, 0.0),
            "Met € 27.500 per ronde halen alle scholen hun doel vanaf ronde 2 (januari 2019).",
        ),
        (LeastBudget(1, 1.0534, (1, 2, 3), 1.05),
         "Voor alle doelen vanaf ronde 2 (januari 2019) is 106% van de budgetten nodig."),
        (LeastBudget(1, 1.1, (1, 2, 3), 1.1),
         "Voor alle doelen vanaf ronde 2 (januari 2019) is 110% van de budgetten nodig."),
        (None, "Geen budget is genoeg voor alle doelen vanaf ronde 2 (januari 2019): andere grenzen staan in de weg."),
    ],
)  # fmt: skip
def test_the_least_money_is_rounded_to_what_is_enough(least: LeastBudget | None, text: str) -> None:
    assert told(sentences.enough_money(CALENDAR, least, 1)) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            Effect(45, 3, -300_000, {}, {}),
            "Zonder aankopen in ronde 2 (januari 2019) ontbreken over alle rondes ongeveer 45 devices meer, "
            "blijven ongeveer 3 devices langer in gebruik dan hun levensduur "
            "en wordt ongeveer € 3.000 minder uitgegeven.",
        ),
        (Effect(0, 0, 0, {}, {}), "Zonder aankopen in ronde 2 (januari 2019) verandert er niets."),
    ],
)
def test_a_round_left_out_says_what_that_does(change: Effect, text: str) -> None:
    assert told(sentences.left_out(CALENDAR, 1, change)) == text


def test_delay_says_what_it_costs() -> None:
    assert told(sentences.one_round_later(Effect(1, 0, 33_000, {}, {}))) == (
        "Met alles één ronde later ontbreekt over alle rondes ongeveer 1 device meer "
        "en wordt ongeveer € 300 meer uitgegeven."
    )


def test_a_few_euros_that_whole_devices_leave_are_not_told() -> None:
    assert (
        told(sentences.one_round_later(Effect(0, 0, -400, {}, {}))) == "Met alles één ronde later verandert er niets."
    )


def test_why_one_school_goes_first_is_told_by_what_differs() -> None:
    board = as_instance(instance(line([4, 4]), line([4, 4], "B", legacy=[old(0, 3)]), **IN_CENTS))
    found = comparison(board, {(0, "cb", 0): 4, (1, "cb", 1): 1}, "A", "B", 0)
    assert why(CALENDAR, found, 0) == [
        "In ronde 1 (september 2018) krijgt De Brink 4 devices en wacht De Bottel.",
        "De Brink komt 100% van de devices tekort, De Bottel 25%.",
        "De Bottel haalt haar doel in ronde 2 (januari 2019).",
    ]


def test_who_gets_something_does_not_wait() -> None:
    board = as_instance(instance(line([4]), line([4], "B"), **IN_CENTS))
    assert why(CALENDAR, comparison(board, {(0, "cb", 0): 2, (1, "cb", 0): 1}, "A", "B", 0), 0)[0] == (
        "In ronde 1 (september 2018) krijgt De Brink 2 devices en De Bottel 1."
    )


def test_every_reason_has_its_sentence() -> None:
    lines = (line([2, 2], weight=26, legacy=[old(0, 1, support_end=1)]), line([2, 2], "B", legacy=[old(0, 1)]))
    board = as_instance(instance(*lines, school_budget={"B": [9, 9]}, **IN_CENTS))
    board = with_bounds(board, 0, Bound("cb", 0, at_least=1))
    assert [told(text) for text in why(CALENDAR, comparison(board, {(0, "cb", 0): 1}, "A", "B", 0), 1)[1:]] == [
        "Wat De Brink krijgt, is al besteld.",
        "Het eigen budget van De Bottel is niet genoeg voor één device.",
        "Een device dat De Brink tekortkomt, dient 26 leerlingen; bij De Bottel 1.",
        "Eén leerling één ronde helpen kost bij De Brink € 6 en bij De Bottel € 150.",
        "Bij De Brink eindigen binnen een ronde de updates van 1 device, bij De Bottel van 0.",
        "De Bottel haalt haar doel niet binnen deze 3 rondes.",
    ]
    aged = as_instance(
        instance(line([2], legacy=[old(3, 2)]), line([2], "B", legacy=[old(0, 2)]), types={"cb": kind(max_age=9)})
    )
    assert why(CALENDAR, comparison(aged, {(0, "cb", 0): 2}, "A", "B", 0), 0)[1] == (
        "Bij De Brink is 100% van de devices over de levensduur, bij De Bottel 0%."
    )


def test_an_order_of_a_part_is_told_as_that_part_and_what_is_fixed_otherwise_is_no_order() -> None:
    board = as_instance(instance(line([4]), line([4], "B"), **IN_CENTS))
    found = comparison(with_bounds(board, 0, Bound("cb", 0, at_least=3)), {(0, "cb", 0): 4}, "A", "B", 0)
    ordered = "Van de devices voor De Brink zijn er {n} van de 4 al besteld."
    assert why(CALENDAR, found, 3)[1:2] == [ordered.format(n=3)]
    fixed = "Van de devices voor De Brink liggen er {n} van de 4 voor deze ronde vast."
    assert why(CALENDAR, found, 0)[1:2] == [fixed.format(n=3)]
    one_fixed = "Van de devices voor De Brink ligt er 1 van de 4 voor deze ronde vast."
    assert why(CALENDAR, found, 2)[1:3] == [ordered.format(n=2), one_fixed]


def test_schools_that_stand_alike_are_told_so() -> None:
    board = as_instance(instance(line([1]), line([1], "B")))
    assert why(CALENDAR, comparison(board, {(0, "cb", 0): 1}, "A", "B", 0), 0)[1] == (
        "De scholen staan er gelijk voor en het geld reikt niet verder."
    )


def test_beside_oldest_first_are_devices_and_money() -> None:
    found = Difference((5, 0), (6, 12), (0, 0), (0, 0), (60_000_000, 0), (62_600_000, 0), 1, None)
    assert [told(text) for text in sentences.beside_oldest_first(CALENDAR, found, 28_900_000)] == [
        "Met ‘oudste eerst’ ontbreken in ronde 2 (januari 2019) 12 devices meer, en over alle rondes 13.",
        "Wat ‘oudste eerst’ bereikt voor € 626.000, kan voor ongeveer € 289.000.",
    ]
    alike = Difference((1,), (1,), (0,), (0,), (100,), (100,), 0, 0)
    assert sentences.beside_oldest_first(CALENDAR, alike, 100) == ["Met ‘oudste eerst’ ontbreken niet meer devices."]


def test_a_plan_is_told_from_beginning_to_end() -> None:
    board = as_instance(instance(line([2, 2, 2]), line([1, 1, 1], "B"), budget=[60_000, 30_000, 0], **IN_CENTS))
    purchases = {(0, "cb", 0): 2, (1, "cb", 1): 1}
    plan = evaluate(board, purchases)
    reach = reach_by_school(board, plan)
    assert told(sentences.answer(CALENDAR, reach, plan, 1)).startswith("**In ronde 2 (januari 2019) halen alle 2")
    assert sentences.what_binds(CALENDAR, bottlenecks(board, purchases, plan)) == [
        "In ronde 1 is het budget op, terwijl nog 1 device ontbreekt."
    ]
