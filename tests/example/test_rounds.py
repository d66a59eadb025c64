"""The first round of the example group bought what the lists of spring 2018 show as new."""

from data.examples.maker.fleets import fleets
from planning.example.rounds import FIRST_ROUND, NOT_IN_A_LIST_YET, first_round


def test_what_the_first_round_delivered_is_what_the_lists_show_as_bought_since() -> None:
    listed = {
        school_id: (int(purchase.moments[-1]), purchase.bought)
        for school_id, _name, purchases in fleets()
        for purchase in purchases
        if purchase.bought.startswith("2018")
    }
    delivered = first_round(FIRST_ROUND)
    assert {school_id: came for school_id, (_ordered, came, _day) in delivered.items()} == {
        school_id: count for school_id, (count, _bought) in listed.items()
    }
    assert all(str(day).startswith(listed[school_id][1]) for school_id, (_o, _c, day) in delivered.items())
    assert not set(first_round(NOT_IN_A_LIST_YET)) & set(listed)
