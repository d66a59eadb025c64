"""Mail to people by the installation's own mail server (RFC 5321), over TLS only.

To a server on this very machine it may go without: nothing leaves it there.
"""

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

from planning.core.clock import now
from planning.core.settings import settings
from planning.core.text import printable
from planning.core.translation import gettext as _

_ADDRESS: Final = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")
PATIENCE: Final = 15  # seconds that a server may take to answer
_SCHEMES: Final = {"smtp": 587, "smtps": 465}


class MailRefused(Exception):  # noqa: N818 - a refusal, of the server
    """The server took nothing; `said` is why, in words without an address."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class MailServerAway(MailRefused):
    """It cannot be reached, or is not who it says to be: another time it may be."""


class MailUncertain(Exception):  # noqa: N818 - nobody knows
    """The connection was lost while the message went: whether it was taken is not known."""


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over, and from whom it is."""

    host: str
    port: int
    is_tls: bool  # from the first byte; else by STARTTLS
    sender: str
    user: str = ""
    password: str = ""


@dataclass(frozen=True)
class Letter:
    """A message to one address: everybody gets their own, so that nobody reads who else got it."""

    address: str
    subject: str
    text: str
    reply_to: str = ""
    key: str = ""  # one in the installation; a mailbox that gets a message twice can know it by its Message-ID


def mail_server() -> MailServer | None:
    """The server that the settings of the installation name; None where texts are to be copied."""
    return read_mail_server(settings().smtp_url, settings().mail_from)


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


def send(server: MailServer, letter: Letter) -> None:
    """Hand a letter over. Raises MailRefused, of which MailServerAway, and MailUncertain.

    Each has a connection of its own: one that stood idle may be closed by the server, and then nobody knows.
    """
    try:
        connection = _connected(server)
    except (OSError, smtplib.SMTPException) as error:
        raise MailServerAway(_said(error)) from error
    try:
        connection.send_message(_message(server.sender, letter))
    except smtplib.SMTPServerDisconnected as error:
        raise MailUncertain from error
    except smtplib.SMTPException as error:
        raise MailRefused(_said(error)) from error
    except OSError as error:
        raise MailUncertain from error
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()


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


def _message(sender: str, letter: Letter) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = letter.address
    message["Subject"] = " ".join(letter.subject.split())  # a line end would begin another header
    message["Date"] = formatdate(now().timestamp())
    message["Message-ID"] = f"<{letter.key}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message.set_content(letter.text)
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
