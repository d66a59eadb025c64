"""What is shipped of frameworks and scales: complete, with source, and marked where it was not checked."""

from collections import Counter

from planning.competences.frameworks import frameworks, scales
from planning.core.translation import use_language


def test_digcompedu_has_its_22_competences_in_six_areas_and_says_which_were_checked() -> None:
    found = frameworks()["digcompedu"]
    assert Counter(entry.code[0] for entry in found.entries) == {"1": 4, "2": 3, "3": 4, "4": 3, "5": 3, "6": 5}
    assert [entry.code for entry in found.entries if entry.is_verified] == [
        "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1",
    ]  # fmt: skip
    assert found.licence == "CC BY 4.0"


def test_of_kennisnets_frame_only_the_three_core_tasks_are_shipped() -> None:
    assert [entry.name_nl for entry in frameworks()["kennisnet"].entries] == [
        "Pedagogisch-didactisch handelen", "Werken in de schoolcontext", "Professionele ontwikkeling",
    ]  # fmt: skip


def test_every_framework_says_where_it_is_from() -> None:
    assert all(found.source.startswith("https://") for found in frameworks().values())


def test_a_competence_and_a_level_speak_the_readers_language() -> None:
    entry, level = frameworks()["digcompedu"].entries[4], scales()["four"][2]
    assert (entry.name(), level.label()) == ("Leermateriaal kiezen", "3 · Ik doe dit zelfstandig")
    use_language("en")
    assert (entry.name(), level.label()) == ("Selecting", "3 · I do this by myself")


def test_the_levels_of_digcompedu_are_six_and_not_checked_yet() -> None:
    levels = scales()["digcompedu"]
    assert [level.code for level in levels] == ["A1", "A2", "B1", "B2", "C1", "C2"]
    assert not any(level.is_verified for level in levels)
