"""`python -m planning inventory read`: its output, its messages and its exit status."""

import json
from pathlib import Path

import pytest

from planning.__main__ import main
from tests.making import workbook

CLEAR = [["Soort", "Merk", "Aantal", "Aanschaf"], ["laptop", "HP", 3, 2017], ["beamer", "Epson", 1, "2016"]]
UNCLEAR = [*CLEAR, ["tablet", "Apple", "28-33", 2015]]


@pytest.fixture
def clear(tmp_path: Path) -> str:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(workbook(CLEAR))
    return str(path)


@pytest.fixture
def unclear(tmp_path: Path) -> str:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(workbook(UNCLEAR))
    return str(path)


def test_a_clear_list_is_json_and_status_0(clear: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inventory", "read", clear, "--json", "--as-of", "2018-10-01"]) == 0
    told = capsys.readouterr()
    report = json.loads(told.out)
    assert told.err == ""
    assert report["file"]["name"] == "lijst.xlsx"
    assert report["layout"]["name"] == "lots"
    assert report["layout"]["sheets"][0]["columns"][3] == {"column": "D", "header": "Aanschaf", "field": "purchased"}
    assert report["devices"][0] == {
        "sheet": "Lijst",
        "row": 2,
        "column": None,
        "type": "laptop",
        "brand": "HP",
        "model": None,
        "model_as_written": None,
        "serial": None,
        "count": 3,
        "purchase": {"as_written": "2017", "precision": "year", "earliest": "2017-01-01", "latest": "2017-12-31"},
        "price_per_unit_eur": None,
        "price_vat": "unknown",
        "status": "unknown",
        "audience": "unknown",
        "location": None,
        "level": "shared",
        "school": None,
        "support_until": None,
        "support_source": "unknown",
        "counts_for_ratio": True,
        "counting_rule": "leerlingdevice in gebruik",
    }
    assert [device["counts_for_ratio"] for device in report["devices"]] == [True, False]
    assert report["account"] == {
        "cells": 12,
        "read": 8,
        "asked": 0,
        "passed_over": [{"why": "header", "cells": 4, "text": "kopregel"}],
    }


def test_a_list_that_needs_a_person_is_status_1(unclear: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inventory", "read", unclear, "--json"]) == 1
    problem = json.loads(capsys.readouterr().out)["problems"][0]
    assert (problem["row"], problem["severity"], problem["code"]) == (4, "must", "count-unclear")
    assert problem["message"] == "Er staat ‘28-33’. We kunnen niet zien hoeveel devices dat zijn."
    assert problem["advice"]


def test_without_json_it_is_said_in_a_few_lines(unclear: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inventory", "read", unclear]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "We lazen 4 devices in 2 rijen."
    assert lines[-1].startswith("- Tabblad Lijst, rij 4, kolom C: Er staat ‘28-33’.")


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_the_language_may_stand_anywhere(clear: str, place: int, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["inventory", "read", clear]
    arguments[place:place] = ["--lang", "en"]
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith("We read 4 devices in 2 rows.")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["lijst.pdf"], "‘lijst.pdf’ is een pdf"),
        (["nergens.xlsx"], "‘nergens.xlsx’"),
        (["lijst.pdf", "--as-of", "1-10-2018"], "‘1-10-2018’"),
        (["lijst.pdf", "--school", "De Linde"], "‘De Linde’"),
    ],
)
def test_a_refusal_is_status_2_with_words_on_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lijst.pdf").write_bytes(b"%PDF-1.4")
    assert main(["inventory", "read", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert text in told.err


def test_a_school_is_filled_in_where_the_list_names_none(clear: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["inventory", "read", clear, "--json", "--school", "00AA00"])
    assert {device["school"] for device in json.loads(capsys.readouterr().out)["devices"]} == {"00AA00"}


def test_only_a_day_that_is_given_or_written_ends_updates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["Soort", "Merk", "Updates tot"], ["chromebook", "Acer", "2016-06"]]
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(workbook(rows))
    counted = []
    for extra in ([], ["--as-of", "2018-01-01"]):
        main(["inventory", "read", str(path), "--json", *extra])
        counted.append(json.loads(capsys.readouterr().out)["devices"][0]["counts_for_ratio"])
    path.write_bytes(workbook([["bijgewerkt: 1-5-2018"], *rows]))
    main(["inventory", "read", str(path), "--json"])
    counted.append(json.loads(capsys.readouterr().out)["devices"][0]["counts_for_ratio"])
    assert counted == [True, False, False]
