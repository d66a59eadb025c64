"""Mail goes to a server over TLS, one message a person; a fake server stands in for that of an installation."""

import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from planning.core.mail import MailRefused, MailServer, read_mail_server, send


class FakeServer(socketserver.ThreadingTCPServer):
    """Takes mail and keeps it; with a certificate it offers STARTTLS, or speaks TLS from the first byte."""

    daemon_threads = True

    def __init__(self, *, certificate: Path | None = None, is_tls: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.messages: list[tuple[str, bytes]] = []
        self.encrypted: list[bool] = []
        self.is_tls = is_tls
        self.context = None
        if certificate is not None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(socketserver.BaseRequestHandler):
    server: FakeServer

    def handle(self) -> None:
        connection, encrypted = self.request, False
        try:
            if self.server.is_tls and self.server.context:
                connection, encrypted = self.server.context.wrap_socket(connection, server_side=True), True
            file = connection.makefile("rb")
            connection.sendall(b"220 hier\r\n")
            recipient = ""
            while line := file.readline():
                command = line.strip().upper()
                if command.startswith(b"EHLO"):
                    offered = b"250-STARTTLS\r\n" if self.server.context and not encrypted else b""
                    connection.sendall(b"250-hier\r\n" + offered + b"250 8BITMIME\r\n")
                elif command == b"STARTTLS" and self.server.context:
                    connection.sendall(b"220 begin\r\n")
                    connection, encrypted = self.server.context.wrap_socket(connection, server_side=True), True
                    file = connection.makefile("rb")
                elif command.startswith(b"RCPT"):
                    recipient = line.decode().partition("<")[2].partition(">")[0]
                    connection.sendall(b"550 onbekend\r\n" if recipient.startswith("weg") else b"250 ja\r\n")
                elif command == b"DATA":
                    connection.sendall(b"354 toe maar\r\n")
                    content = b""
                    while (line := file.readline()) != b".\r\n":
                        content += line
                    self.server.messages.append((recipient, content))
                    self.server.encrypted.append(encrypted)
                    connection.sendall(b"250 ja\r\n")
                else:
                    connection.sendall(b"221 dag\r\n" if command == b"QUIT" else b"250 ja\r\n")
        except OSError:  # a client that trusts us not goes away
            pass


@pytest.fixture
def running(request: pytest.FixtureRequest) -> Iterator[FakeServer]:
    """A fake server without TLS, on this machine."""
    yield from _serve(FakeServer())


def _serve(server: FakeServer) -> Iterator[FakeServer]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


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


def test_everybody_gets_a_message_of_their_own(running: FakeServer) -> None:
    sent = send(
        server_at(running.port),
        ["a@een.example", "b@twee.example"],
        "Vóór de bijeenkomst\r\nBcc: x@y.example",
        "Schrijf uw stap op.\n",
        "bo@netwerk.example",
    )
    assert (sent, [to for to, _content in running.messages]) == (2, ["a@een.example", "b@twee.example"])
    message = message_from_bytes(running.messages[0][1], policy=default)
    assert (message["To"], message["Bcc"], message["Reply-To"]) == ("a@een.example", None, "bo@netwerk.example")
    assert message["Subject"] == "Vóór de bijeenkomst Bcc: x@y.example"
    assert message.get_content().split() == ["Schrijf", "uw", "stap", "op."]


def test_where_the_server_refuses_somebody_the_others_get_theirs_and_it_is_told_what_it_said(
    running: FakeServer,
) -> None:
    with pytest.raises(MailRefused) as refused:
        send(server_at(running.port), ["a@een.example", "weg@een.example", "c@een.example"], "Dag", "Dag")
    assert refused.value.sent == 2
    assert "weg@een.example" not in refused.value.said


def test_a_server_that_is_not_there_is_a_refusal_in_words() -> None:
    with pytest.raises(MailRefused):
        send(server_at(1), ["a@een.example"], "Dag", "Dag")


@pytest.mark.parametrize("is_tls", [False, True])
def test_mail_goes_over_tls_where_the_certificate_can_be_trusted(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, *, is_tls: bool
) -> None:
    for server in _serve(FakeServer(certificate=certificate, is_tls=is_tls)):
        with pytest.raises(MailRefused):
            send(server_at(server.port, is_tls=is_tls), ["a@een.example"], "Dag", "Dag")
        assert server.messages == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate) + ".crt")
        send(server_at(server.port, is_tls=is_tls), ["a@een.example"], "Dag", "Dag")
        assert server.encrypted == [True]


def test_elsewhere_than_on_this_machine_mail_never_goes_without_tls(
    running: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planning.core.mail._is_here", lambda _host: False)
    with pytest.raises(MailRefused):
        send(server_at(running.port), ["a@een.example"], "Dag", "Dag")
    assert running.messages == []


def test_the_settings_name_a_server_and_a_sender() -> None:
    assert read_mail_server("", "") is None
    found = read_mail_server("smtp://jan:ge%40heim@mail.example", "v@bestuur.example")
    assert found == MailServer("mail.example", 587, False, "v@bestuur.example", "jan", "ge@heim")
    for url, sender in (("http://mail.example", "v@b.example"), ("smtp://mail.example", ""), ("smtps://", "v@b.ex")):
        with pytest.raises(ValueError, match="VLOOTPLAN_SMTP_URL"):
            read_mail_server(url, sender)
