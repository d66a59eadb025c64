"""Lists in Frisian and Limburgish, as schools keep them there."""

from tests.inventory.lists import column, problem_places, read


def test_a_list_in_frisian_is_read() -> None:
    reading = read(
        [
            ["Apparaat", "Merk", "Oantal", "Kocht yn", "Wêr", "Tastân"],
            ["chromebook", "Acer", 12, "septimber 2016", "groep 7/8", "goed"],
            ["digiboerd", "Smart", 4, 2011, None, "stikken"],
            ["laptop", "Dell", 5, "jannewaris 2018", "learkrêften", "yn reparaasje"],
            ["fêste kompjûter", "HP", 6, "maaie 2010", "hok", "fuort (ôffierd)"],
            ["stuollen", "Ahrend", 24, 2014, "seal", "goed"],
        ]
    )
    assert column(reading, "kind") == ["chromebook", "interactive_board", "laptop", "desktop"]
    assert column(reading, "status") == ["in_use", "broken", "in_repair", "disposed"]
    assert column(reading, "audience")[2] == "staff"
    assert [str(day) for day in column(reading, "purchased_latest")] == [
        "2016-09-30", "2011-12-31", "2018-01-31", "2010-05-31",
    ]  # fmt: skip
    assert problem_places(reading) == []


def test_a_total_in_frisian_counts_nothing() -> None:
    reading = read(
        [["Lokaal", "Chromebooks", "Digiboerden"], ["Groep 3", 6, 1], ["Groep 4", 8, 1], ["Tegearre", 14, 2]]
    )
    assert sum(int(str(n)) for n in column(reading, "count")) == 16
    assert set(column(reading, "kind")) == {"chromebook", "interactive_board"}


def test_a_list_in_limburgish_is_read() -> None:
    reading = read(
        [
            ["Sjtök", "Waat", "Wienie gekóch", "Woa", "Opmirking"],
            [16, "Chromebook Dell 3180", "miert 2017", "kar gang", None],
            [8, "Chromebook Acer C720", "sjoeljaor 14/15", "groep 6", "werke nog good"],
            [1, "Beamer Optoma W316", 2015, "aula", "kepot"],
            [25, "sjtök in totaal"],
        ]
    )
    assert column(reading, "count") == [16, 8, 1]
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2017-03-01", "2014-08-01", "2015-01-01"]
    assert column(reading, "status") == ["in_use", "in_use", "broken"]
    assert problem_places(reading) == []
