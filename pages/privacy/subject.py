"""What other pages show of information security and privacy."""

from typing import Final

from pages.parts.subject import SchoolCard, Subject, Tile
from pages.privacy import attention, audit_words, news, registers_audit_words
from pages.privacy.card import overview_tile, school_tile
from pages.privacy.data import urgent_signals
from pages.privacy.place import PRIVACY

SUBJECT: Final = Subject(
    PRIVACY,
    tile=Tile(2, overview_tile),
    school_card=SchoolCard(5, school_tile),
    signals=urgent_signals,
    signal_words=attention.WORDS,
    news=news.news,
    topics=(audit_words.TOPIC, registers_audit_words.REGISTERS, registers_audit_words.INCIDENTS),
)
