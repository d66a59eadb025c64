"""The log of a shared server is JSON that names nobody and gives no secret away, whoever speaks."""

import json
import logging
import subprocess
import sys

import pytest

from planning.core.logs import frames, without_secrets

SPEAK = """
import logging, planning.core.logs as logs
logs.set_up_logs()
log = logging.getLogger("vlootplan")
log.info("signed in", extra={"part": "page"})
try:
    raise ValueError("Key (account)=(anna@school.nl) already exists")
except ValueError as error:
    log.error("defect %s", "1A2B", exc_info=error)
logging.getLogger("elsewhere").warning("GET /api/aanmelden?ticket=geheim from bob@school.nl")
logging.getLogger("elsewhere").info("chatter")
"""


def test_every_line_is_json_without_what_an_error_quotes() -> None:
    said = subprocess.run([sys.executable, "-c", SPEAK], capture_output=True, text=True, check=True).stderr
    lines = [json.loads(line) for line in said.splitlines()]
    assert [(one["event"], one["level"]) for one in lines] == [
        ("signed in", "info"), ("defect 1A2B", "error"), ("GET /api/aanmelden?… from …", "warning"),
    ]  # fmt: skip
    assert lines[0]["part"] == "page"
    assert lines[1]["errors"][0]["error"] == "ValueError"
    assert "<module>" in lines[1]["errors"][0]["at"][0]
    assert not any(word in said for word in ("anna", "bob", "geheim", "chatter"))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("connect to postgresql+psycopg://vlootplan:geheim@db/vlootplan failed", "postgresql+psycopg://…@db/vlootplan"),
        ("token 12345.Jx2_hV0uYy8m4cQeRt6Zp1Nw failed", "token 12345.… failed"),
        ("GET /api/agenda/WyIxMjM0NSIsImFubmEiXQ.aBcD-eFg", "GET /api/agenda/…"),
        ("planning/core/database.py:112 change", "planning/core/database.py:112 change"),
    ],
)
def test_passwords_and_tokens_stay_out(said: str, kept: str) -> None:
    assert kept in without_secrets(said)
    assert not any(word in without_secrets(said) for word in ("geheim", "Jx2_hV0u", "WyIxMjM0"))


def test_an_error_is_told_with_what_led_to_it() -> None:
    try:
        try:
            raise KeyError("anna")
        except KeyError as first:
            raise RuntimeError("of anna") from first
    except RuntimeError as error:
        told = frames(error)
    assert [one["error"] for one in told] == ["RuntimeError", "KeyError"]
    assert "anna" not in str(told)


def test_a_laptop_writes_as_it_did() -> None:
    assert not any(handler.formatter for handler in logging.getLogger("vlootplan").handlers)
