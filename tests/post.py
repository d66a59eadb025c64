"""A mail server of this machine: it takes mail and keeps it, and knows nobody whose address begins with "weg"."""

import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FakeServer(socketserver.ThreadingTCPServer):
    """Takes mail and keeps it; with a certificate it offers STARTTLS, or speaks TLS from the first byte."""

    daemon_threads = True

    def __init__(self, *, certificate: Path | None = None, is_tls: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.messages: list[tuple[str, bytes]] = []
        self.encrypted: list[bool] = []
        self.is_tls = is_tls
        self.slow = 0.0  # seconds before it says that it took a message
        self.hangs_up = False  # after it took a message, without saying so
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
                    time.sleep(self.server.slow)
                    if self.server.hangs_up:
                        return
                    connection.sendall(b"250 ja\r\n")
                else:
                    connection.sendall(b"221 dag\r\n" if command == b"QUIT" else b"250 ja\r\n")
        except OSError:  # a client that trusts us not goes away
            pass


@contextmanager
def serving(server: FakeServer) -> Iterator[FakeServer]:
    """While it answers."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
