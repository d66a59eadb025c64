"""Who decides what about ICT: a table of data, kept line by line with who sees it."""

from datetime import timedelta

import pytest

from planning.circles import contribution_service as store
from planning.circles.model import DEFAULT_SHARING, Sharing
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed
from planning.core.translation import use_language
from planning.network.decision_service import DecisionLine, save_decisions
from planning.network.decisions import PARTS, Decider, IctDecision, decision_of, decisions_of, is_another, matters
from tests.conftest import NOW
from tests.network.conftest import Network

AT_SCHOOLS = IctDecision(Decider.SCHOOL, Decider.TOGETHER, "Elke school koopt nu zelf", 2014)
TOGETHER = IctDecision(Decider.TOGETHER, Decider.TOGETHER, changed="Sinds de rondes kopen we samen", since=2017)


def save(network: Network, days: int = 0, **lines: DecisionLine) -> dict[str, DecisionLine]:
    """Keep lines of the own board, some days from now."""
    return save_decisions(network.own, network.database, NOW + timedelta(days=days), network.network_id, lines)


def versions(network: Network) -> list[tuple[int, IctDecision]]:
    found = store.contributions(network.own, network.database, network.network_id, "decision", every_version=True)
    return [(one.version, decision_of(one)) for one in found]


def test_the_table_asks_the_sixteen_decisions_of_its_design() -> None:
    assert len(matters()) == 16
    assert {one.part for one in matters().values()} == set(PARTS)
    assert [one.name for one in matters().values()][:2] == ["Devices kopen", "Toegestane soorten"]
    use_language("en")
    assert matters()["phones"].name == "Phones in class"


def test_lines_are_kept_with_who_sees_them_and_stand_in_the_order_of_the_table(network: Network) -> None:
    save(network, wifi=DecisionLine(TOGETHER, Sharing.CIRCLE), buying=DecisionLine(AT_SCHOOLS))
    found = decisions_of(store.contributions(network.own, network.database, network.network_id), "11111")
    assert list(found) == ["buying", "wifi"]
    assert (found["buying"].level, found["wifi"].level) == (DEFAULT_SHARING, Sharing.CIRCLE)
    seen = store.contributions(network.other, network.database, network.network_id)
    assert {one.key for one in seen} == {"wifi"}


def test_who_decides_elsewhere_on_a_later_day_leaves_how_it_was(network: Network) -> None:
    save(network, buying=DecisionLine(AT_SCHOOLS))
    save(network, days=30, buying=DecisionLine(TOGETHER))
    assert versions(network) == [(1, AT_SCHOOLS), (2, TOGETHER)]


def test_within_a_day_it_is_a_mistake_that_is_mended(network: Network) -> None:
    save(network, buying=DecisionLine(AT_SCHOOLS))
    save(network, buying=DecisionLine(TOGETHER))
    assert versions(network) == [(1, TOGETHER)]


def test_a_mended_text_is_no_version() -> None:
    assert not is_another(AT_SCHOOLS, IctDecision(Decider.SCHOOL, Decider.TOGETHER, "Anders gezegd", 2015))
    assert not is_another(IctDecision(), AT_SCHOOLS)
    assert is_another(AT_SCHOOLS, TOGETHER)
    assert (AT_SCHOOLS.moves, TOGETHER.moves) == (True, False)


def test_what_lines_were_brings_them_back(network: Network) -> None:
    before = save(network, buying=DecisionLine(AT_SCHOOLS, Sharing.CIRCLE))
    assert before == {"buying": DecisionLine(None)}
    before = save(network, buying=DecisionLine(TOGETHER, Sharing.OWN))
    assert before == {"buying": DecisionLine(AT_SCHOOLS, Sharing.CIRCLE)}
    save(network, **before)
    assert versions(network) == [(1, AT_SCHOOLS)]
    save(network, buying=DecisionLine(None))
    assert versions(network) == []


def test_all_that_cannot_be_is_told_at_once_and_nothing_is_kept(network: Network) -> None:
    with pytest.raises(Refused) as refused:
        save(
            network,
            buying=DecisionLine(IctDecision(since=2019)),
            wifi=DecisionLine(IctDecision(why="x" * 601)),
            koffie=DecisionLine(AT_SCHOOLS),
            kinds=DecisionLine(AT_SCHOOLS),
        )
    assert [reason.code for reason in refused.value.reasons] == [
        "decision_year_out_of_range", "decision_text_too_long", "matter_unknown",
    ]  # fmt: skip
    assert versions(network) == []
    with pytest.raises(Refused, match="no_decision_changed"):
        save(network)


def test_an_expert_keeps_nothing_and_an_outsider_finds_no_network(network: Network) -> None:
    lines = {"buying": DecisionLine(AT_SCHOOLS)}
    with pytest.raises(NotAllowed):
        save_decisions(network.expert, network.database, NOW, network.network_id, lines)
    with pytest.raises(LookupError):
        save_decisions(network.outsider, network.database, NOW, network.network_id, lines)
