"""What other pages show of the learning network."""

from typing import Final

from pages.network import audit_words
from pages.network.place import NETWORK
from pages.parts.subject import Subject

SUBJECT: Final = Subject(NETWORK, topics=(audit_words.TOPIC,))
