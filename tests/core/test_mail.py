"""Mail goes to a server over TLS, one message a person; a fake server stands in for that of an installation."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from planning.core.mail import Letter, MailRefused, MailServer, MailServerAway, MailUncertain, read_mail_server, send
from tests.post import FakeServer, serving


@pytest.fixture
def running(request: pytest.FixtureRequest) -> Iterator[FakeServer]:
    """A fake server without TLS, on this machine."""
    with serving(FakeServer()) as server:
        yield server


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key with a certificate for localhost, signed by itself."""
    path = tmp_path_factory.mktemp("certificate") / "both.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", str(path) + ".crt"],
        capture_output=True,
        check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("no openssl here")
    path.write_text(path.read_text() + Path(str(path) + ".crt").read_text())
    return path


def server_at(port: int, *, is_tls: bool = False) -> MailServer:
    return MailServer("localhost", port, is_tls, "vlootplan@bestuur.example")


LETTER = Letter("a@een.example", "Dag", "Dag", key="1")


def test_a_letter_says_from_whom_it_is_and_has_a_key_of_its_own(running: FakeServer) -> None:
    subject = "Vóór de bijeenkomst\r\nBcc: x@y.example"
    letter = Letter("a@een.example", subject, "Schrijf uw stap op.\n", "bo@netwerk.example", "taak.1")
    send(server_at(running.port), letter)
    ((recipient, content),) = running.messages
    message = message_from_bytes(content, policy=default)
    assert (recipient, message["Message-ID"]) == ("a@een.example", "<taak.1@bestuur.example>")
    assert (message["To"], message["Bcc"], message["Reply-To"]) == ("a@een.example", None, "bo@netwerk.example")
    assert message["Subject"] == "Vóór de bijeenkomst Bcc: x@y.example"
    assert message.get_content().split() == ["Schrijf", "uw", "stap", "op."]


def test_what_a_server_refuses_is_told_in_its_words_without_an_address(running: FakeServer) -> None:
    with pytest.raises(MailRefused) as refused:
        send(server_at(running.port), replace(LETTER, address="weg@een.example"))
    assert "550 onbekend" in refused.value.said
    assert "een.example" not in refused.value.said


def test_a_server_that_is_not_there_is_away() -> None:
    with pytest.raises(MailServerAway):
        send(server_at(1), LETTER)


def test_of_a_letter_that_went_without_an_answer_nobody_knows_whether_it_was_taken(running: FakeServer) -> None:
    running.hangs_up = True
    with pytest.raises(MailUncertain):
        send(server_at(running.port), LETTER)
    assert len(running.messages) == 1


@pytest.mark.parametrize("is_tls", [False, True])
def test_mail_goes_over_tls_where_the_certificate_can_be_trusted(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, *, is_tls: bool
) -> None:
    with serving(FakeServer(certificate=certificate, is_tls=is_tls)) as server:
        with pytest.raises(MailServerAway):
            send(server_at(server.port, is_tls=is_tls), LETTER)
        assert server.messages == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate) + ".crt")
        send(server_at(server.port, is_tls=is_tls), LETTER)
        assert server.encrypted == [True]


def test_elsewhere_than_on_this_machine_mail_never_goes_without_tls(
    running: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planning.core.mail._is_here", lambda _host: False)
    with pytest.raises(MailServerAway):
        send(server_at(running.port), LETTER)
    assert running.messages == []


def test_the_settings_name_a_server_and_a_sender() -> None:
    assert read_mail_server("", "") is None
    found = read_mail_server("smtp://jan:ge%40heim@mail.example", "v@bestuur.example")
    assert found == MailServer("mail.example", 587, False, "v@bestuur.example", "jan", "ge@heim")
    for url, sender in (("http://mail.example", "v@b.example"), ("smtp://mail.example", ""), ("smtps://", "v@b.ex")):
        with pytest.raises(ValueError, match="VLOOTPLAN_SMTP_URL"):
            read_mail_server(url, sender)
