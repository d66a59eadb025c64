"""Mail to people by the installation's own mail server (RFC 5321), over TLS only.

To a server on this very machine it may go without: nothing leaves it there.
"""

import re
import smtplib
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

from planning.core.clock import now
from planning.core.text import printable
from planning.core.translation import gettext as _

_ADDRESS: Final = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")
PATIENCE: Final = 15  # seconds that a server may take to answer
_SCHEMES: Final = {"smtp": 587, "smtps": 465}


class MailRefused(Exception):  # noqa: N818 - a refusal, of the server
    """The server did not take a message; `sent` is how many it took before."""

    def __init__(self, said: str, sent: int) -> None:
        super().__init__(said)
        self.said = said
        self.sent = sent


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and from whom it is."""

    host: str
    port: int
    is_tls: bool  # from the first byte; else by STARTTLS
    sender: str
    user: str = ""
    password: str = ""


def read_mail_server(url: str, sender: str) -> MailServer | None:
    """The server that the settings name; None where they name none. ValueError where they make no sense."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname or "@" not in sender or sender != printable(sender).strip():
        raise ValueError("VLOOTPLAN_SMTP_URL is smtp://… or smtps://…, and VLOOTPLAN_MAIL_FROM an address")
    port = parts.port or _SCHEMES[parts.scheme]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, parts.scheme == "smtps", sender, user, password)


def send(server: MailServer, addresses: Sequence[str], subject: str, text: str, reply_to: str = "") -> int:
    """Send everybody a message of their own, so that nobody reads who else got it; returns how many were sent.

    Raises MailRefused where the server cannot be reached, is not who it says to be, or refuses one of them: the others
    got theirs.
    """
    sent, refused = 0, ""
    try:
        with _connected(server) as connection:
            for address in addresses:
                try:
                    connection.send_message(_message(server.sender, address, subject, text, reply_to))
                except smtplib.SMTPRecipientsRefused as error:
                    refused = refused or _said(error)
                else:
                    sent += 1
    except (OSError, smtplib.SMTPException) as error:
        raise MailRefused(_said(error), sent) from error
    if refused:
        raise MailRefused(refused, sent)
    return sent


def _connected(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.is_tls:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
        connection.ehlo()
        if connection.has_extn("starttls") or not _is_here(server.host):
            connection.starttls(context=context)  # raises where the server has none
            connection.ehlo()
    if server.user:
        connection.login(server.user, server.password)
    return connection


def _message(sender: str, address: str, subject: str, text: str, reply_to: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = address
    message["Subject"] = " ".join(subject.split())  # a line end would begin another header
    message["Date"] = formatdate(now().timestamp())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    if reply_to:
        message["Reply-To"] = reply_to
    message.set_content(text)
    return message


def _is_here(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


def _said(error: Exception) -> str:
    """What the server said, without the addresses that it names; in words where it said nothing."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return _quoted(code, said)
    if isinstance(error, smtplib.SMTPResponseException):
        return _quoted(error.smtp_code, error.smtp_error)
    if isinstance(error, ssl.SSLError):
        return _("its certificate is not trusted")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return _("it offers no protected connection")
    return _("there is no connection with it")


def _quoted(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return f"{code} {_ADDRESS.sub('…', text)}"[:100]
