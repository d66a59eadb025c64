"""A norm list from Excel: found by its headings, every row read or told."""

from collections.abc import Sequence

import pytest

from planning.privacy.frameworks import PRIVACY, SECURITY, frameworks
from planning.privacy.messages import problem, refusal
from planning.privacy.norm_list import NormList, read_norm_list
from planning.workbooks.model import FileRefused
from tests.making import sheets

NORMENKADER = frameworks()["normenkader_fo"]
SECURITY_DOMAINS = [domain.code for domain in NORMENKADER.domains if domain.kind == SECURITY]


def read(**rows_of: Sequence[Sequence[object]]) -> NormList:
    return read_norm_list(sheets(**rows_of), "normen.xlsx", NORMENKADER)


def full_list() -> list[list[object]]:
    """94 rows: 69 security norms spread over the domains, 25 privacy norms; invented titles."""
    rows: list[list[object]] = [
        [f"{SECURITY_DOMAINS[n % 15]}.{n // 15 + 1:02d}", SECURITY_DOMAINS[n % 15], f"Norm {n}", 3] for n in range(69)
    ]
    return rows + [[f"PR.{n + 1:02d}", "Privacy", f"Privacynorm {n}", None] for n in range(25)]


def test_a_list_of_94_norms_is_read_whole() -> None:
    found = read(Normen=[["Code", "Domein", "Titel", "Streefniveau"], *full_list()])
    assert (len(found.norms), found.problems) == (94, ())
    assert (found.count(NORMENKADER, SECURITY), found.count(NORMENKADER, PRIVACY)) == (69, 25)


def test_a_list_of_94_norms_comes_in_with_its_problems_by_row_all_at_once() -> None:
    rows = full_list()
    rows[3][1], rows[10][0], rows[20][2], rows[30][3], rows[40][0] = "Tuin", None, None, "hoog", rows[39][0]
    found = read(Normen=[["Code", "Domein", "Titel", "Streefniveau"], *rows])
    told = {(p.row, p.column, p.code) for p in found.problems}
    assert {(5, "B", "domain_unknown"), (12, "A", "no_code"), (22, "C", "no_title"), (32, "D", "target_unread")} <= told
    assert (42, "A", "double") in told
    assert len(found.norms) == 94 - 5
    assert "Normen!A41" in next(problem(p) for p in found.problems if p.code == "double")


@pytest.mark.parametrize(
    "headings",
    [
        ("Nr.", "Domein", "Omschrijving", "Streefniveau"),
        ("normcode", "Categorie", "Norm", "doel"),
        ("Norm", "Thema", "Beschrijving", "Ambitie"),
    ],
)
def test_headings_are_found_below_a_title_in_other_words(headings: tuple[str, ...]) -> None:
    found = read(Blad1=[["Normenkader"], [], headings, ["OR.02", "Organisatie", "Rollen", 4]])
    assert [(n.code, n.domain, n.name_nl, n.target) for n in found.norms] == [("OR.02", "OR", "Rollen", 4)]


@pytest.mark.parametrize("written", ["go 3", "GO-03", "GO.3", "Go03"])
def test_a_code_is_spelled_as_the_framework_does(written: str) -> None:
    assert read(Blad1=[["code", "titel"], [written, "Planning"]]).norms[0].code == "GO.03"


@pytest.mark.parametrize(
    "written", ["10", 10, "ID", "Identity- en accessmanagement", "Domein 10: Identity- en accessmanagement"]
)
def test_a_domain_is_known_by_number_code_or_name(written: object) -> None:
    assert read(Blad1=[["code", "domein", "titel"], ["A1", written, "x"]]).norms[0].domain == "ID"


def test_a_domain_may_stand_on_a_line_of_its_own_or_be_the_name_of_the_sheet() -> None:
    found = read(
        Lijst=[["code", "titel"], ["Domein 3 Risicomanagement"], ["A1", "x"], ["Personeel (HR)"], ["A2", "y"]],
        Privacy=[["code", "titel"], ["A3", "z"]],
    )
    assert {norm.code: norm.domain for norm in found.norms} == {"A1": "RM", "A2": "HR", "A3": "PR"}


def test_a_domain_that_contradicts_the_code_is_asked_about() -> None:
    found = read(Blad1=[["code", "domein", "titel"], ["OR.01", "Bestuur", "x"]])
    assert [p.code for p in found.problems] == ["domain_differs"]
    assert "Organisatie" in problem(found.problems[0])


@pytest.mark.parametrize("written", ["6", "0", "3,5", "3 of 4", "hoog"])
def test_a_target_that_is_no_level_is_asked_about(written: str) -> None:
    found = read(Blad1=[["code", "titel", "doel"], ["OR.01", "x", written]])
    assert [p.code for p in found.problems] == ["target_unread"]


@pytest.mark.parametrize(
    ("written", "level"),
    [(3, 3), ("3", 3), ("3 - Bepaald", 3), ("drie", 3), ("niveau drie", 3), ("Bepaald", 3), ("ad hoc", 1),
     ("Continu verbeteren", 5), ("n.v.t.", None), ("nvt", None), ("", None), ("-", None)],
)  # fmt: skip
def test_a_level_is_read_as_a_figure_in_words_or_by_its_name(written: object, level: int | None) -> None:
    found = read(Blad1=[["code", "titel", "niveau"], ["OR.01", "x", written]])
    assert (found.levels.get("OR.01"), found.problems) == (level, ())


@pytest.mark.parametrize("written", ["6", "2,5", "twee of drie", "goed"])
def test_a_level_that_is_none_leaves_out_its_row_only(written: str) -> None:
    found = read(Blad1=[["code", "titel", "niveau"], ["OR.01", "x", written], ["OR.02", "y", "2"]])
    assert ([p.code for p in found.problems], dict(found.levels)) == (["level_unread"], {"OR.02": 2})


def test_a_file_without_a_norm_list_is_refused_in_words() -> None:
    with pytest.raises(FileRefused) as refused:
        read(Blad1=[["soort", "merk", "aantal"], ["laptop", "HP", 3]])
    assert "geen lijst met normen" in refusal(refused.value)


def test_what_is_no_workbook_is_refused_as_everywhere() -> None:
    with pytest.raises(FileRefused) as refused:
        read_norm_list(b"\x89PNG\r\n\x1a\n\x00\x00", "foto.png", NORMENKADER)
    assert "foto.png" in refusal(refused.value)
