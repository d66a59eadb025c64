"""What other pages show of the inventories."""

from typing import Final

from pages.inventory import attention, audit_words, news, upload
from pages.inventory.card import inventories_card
from pages.inventory.place import INVENTORY
from pages.parts.subject import SchoolCard, Subject

SUBJECT: Final = Subject(
    INVENTORY,
    school_card=SchoolCard(4, inventories_card),
    signals=attention.signals,
    signal_words=attention.WORDS,
    news=news.news,
    topics=(audit_words.INVENTORIES, audit_words.MEMORY),
    leave=upload.leave,
)
