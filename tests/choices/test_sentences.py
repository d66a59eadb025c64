"""What a variant means and what it gives and gives up, in Dutch."""

from dataclasses import replace
from datetime import date

from planning.choices.devices import devices_of
from planning.choices.figures import figures_on, shipped
from planning.choices.model import FTE, SchoolMeans, Variant
from planning.choices.rules import DevicePrice, Rates, moved, sums_of
from planning.choices.sentences import ReckonedVariant, accent, balance, gives, gives_up, meaning, target_note
from tests.choices.test_devices import alone
from tests.rounds.boards import LINDE, cohort

RATES = Rates(68_946_71, 1_659_00, 500_00, 80_00, 228_00)
NOW = Variant(LINDE, 2018, 1, "Zoals nu", fte=3_000, yearly={"training": 500_00})
MEANS = SchoolMeans(LINDE, 2018, fixed_cents=30_000_00, formation=4 * FTE)


def of(variant: Variant) -> ReckonedVariant:
    sums = sums_of(variant, MEANS, 30_000_00, 80, RATES, DevicePrice("chromebook", 300_00, 4))
    return ReckonedVariant(variant, sums, devices_of(alone(cohort(count=5, bought="2018-01-01")), LINDE, variant))


def plain(texts: list[str]) -> list[str]:
    return [text.replace("\u00a0", " ") for text in texts]


def test_a_tenth_of_a_teacher_gives_devices_and_gives_up_hours() -> None:
    now, more = of(NOW), of(moved(NOW, "teaching", "devices", 1_000, RATES))
    assert plain(gives(more, now)) == ["€ 6.895 per jaar meer voor devices", "15 devices meer in de rondes"]
    assert plain(gives_up(more, now)) == [
        "0,1 fte minder: 166 uren leerkracht per jaar; 19,0 leerlingen per leerkracht in plaats van 18,6"
    ]
    assert gives(now, now) == gives_up(now, now) == []


def test_a_variant_says_what_it_means_and_when_the_target_is_reached() -> None:
    assert plain(meaning(of(moved(NOW, "teaching", "devices", 1_000, RATES)))) == [
        "Uren leerkracht: 0,2 fte, 332 uur per jaar.",
        "19,0 leerlingen per leerkracht (fte).",
        "Scholing, naar verhouding van de cao: 19,1 uur per fte, samen 80 uur; die tijd kost daarnaast € 3.325.",
        "Devices: houdt er 91 in stand, nieuw na 4 jaar, en € 279 blijft over; met beheer erbij 30.",
        "In de rondes die komen: 15 devices, van € 4.500 eigen geld en € 0 van het bestuur. "
        "€ 9.289 eigen geld blijft over: dan zijn er devices genoeg.",
        "1 op 4 is bereikt in september 2018.",
    ]


def test_what_is_paid_at_the_start_is_told_with_its_term() -> None:
    once = replace(NOW, fte=0, yearly={}, once={"devices": 100_000_00})
    assert plain(balance(of(once).sums)) == [
        "Per jaar blijft € 30.000 over.",
        "Aan het begin moet € 70.000 worden voorgeschoten.",
        "Pas na 4 jaar is het betaald; dan blijft € 20.000 over.",
    ]


def test_an_accent_is_told_beside_the_first_variant() -> None:
    assert accent(NOW, NOW, {}) == "zoals het is"
    assert accent(NOW, NOW, {"devices": 5, "teaching": -5}) == "meer devices, minder uren leerkracht"


def test_who_sets_a_target_is_told_what_the_national_mean_was() -> None:
    text = target_note(figures_on(date(2018, 5, 1), shipped())).replace("\u00a0", " ")
    assert text.startswith("1 op 4 was in 2015 het landelijk gemiddelde (Vier in balans-monitor 2015")
    assert target_note({}) == ""
