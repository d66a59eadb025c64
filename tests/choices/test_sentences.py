"""What a variant means and what it gives and gives up, in Dutch."""

from dataclasses import replace
from datetime import date

from planning.choices.comparison import compared
from planning.choices.devices import devices_of
from planning.choices.figures import figures_on, shipped
from planning.choices.model import FTE, SchoolMeans, Variant
from planning.choices.rules import DevicePrice, Rates, moved, sums_of
from planning.choices.sentences import ReckonedVariant, accent, balance, gives, gives_up, reaches, target_note, unused
from tests.choices.test_devices import alone
from tests.rounds.boards import LINDE, cohort

RATES = Rates(68_946_71, 1_659_00, 500_00, 80_00, 228_00, 41_56)
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
        "0,1 fte minder: 166 lerarenuren per jaar; 19,0 leerlingen per leraar in plaats van 18,6"
    ]
    assert gives(now, now) == gives_up(now, now) == []


def test_own_money_that_buys_no_device_any_more_is_told() -> None:
    more = of(moved(NOW, "teaching", "devices", 1_000, RATES))
    assert more.devices is not None
    assert plain(reaches(more.devices)) == ["1 op 4 is bereikt in september 2018."]
    assert plain([unused(more.devices)]) == ["€ 9.289 eigen geld blijft over: dan zijn er devices genoeg."]


def test_every_post_is_told_line_by_line_beside_another_variant() -> None:
    now = of(replace(NOW, yearly={"training": 500_00, "support": 415_60}))
    more = of(replace(NOW, fte=2_000, yearly={"automation": 4_156_00, "devices": 2_738_67}, once={"support": 207_80}))
    lines = [(one.label, *plain(list(one.values))) for one in compared([now, more])]
    assert lines == [
        ("Lerarenuren", "€ 20.684 (€ 259)", "€ 13.789 (€ 172)"),
        ("uren per jaar", "498", "332"),
        ("leerlingen per leraar", "18,6", "19,0"),
        ("Scholing", "€ 500 (€ 6)", "–"),
        ("uren per jaar, naar verhouding van de cao", "80", "–"),
        ("waarvan per fte", "18,6", "–"),
        ("die tijd van leraren kost daarnaast", "€ 3.325", "–"),
        ("Automatisering", "–", "€ 4.156 (€ 52)"),
        ("terugverdiend bij zoveel bespaarde lerarenuren per jaar", "–", "100"),
        ("Devices", "–", "€ 2.739 (€ 34)"),
        ("blijven in stand, elk na de termijn vervangen", "–", "36 (4 jaar)"),
        ("blijven in stand met beheer erbij", "–", "12"),
        ("gekocht in de rondes die komen", "0", "15"),
        ("van eigen geld", "–", "€ 4.500"),
        ("doel bereikt", "1 op 4: nog niet", "1 op 4: september 2019"),
        ("Ondersteuning", "€ 416 (€ 5)", "–"),
        ("eenmalig", "–", "€ 208"),
        ("uren per jaar", "10", "–"),
        ("uren eenmalig", "–", "5"),
    ]


def test_money_for_support_is_told_in_hours_and_for_automation_in_hours_it_has_to_save() -> None:
    now = of(replace(NOW, yearly={"support": 415_60}))
    more = of(replace(NOW, yearly={"support": 831_20, "automation": 415_60}))
    assert plain(gives(more, now)) == [
        "€ 416 per jaar meer voor automatisering: terugverdiend als het 10 lerarenuren scheelt",
        "€ 416 per jaar meer voor ondersteuning: 10 uur",
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
    assert accent(NOW, NOW, {"devices": 5, "teaching": -5}) == "meer devices, minder lerarenuren"


def test_who_sets_a_target_is_told_what_the_national_mean_was() -> None:
    text = target_note(figures_on(date(2018, 5, 1), shipped())).replace("\u00a0", " ")
    assert text.startswith("1 op 4 was in 2015 het landelijk gemiddelde, volgens Vier in balans-monitor 2015")
    assert target_note({}) == ""
