"""What other pages show of the systems."""

from typing import Final

from pages.parts.subject import SchoolCard, Subject, Tile
from pages.systems import attention, audit_words
from pages.systems.card import overview_tile, school_card
from pages.systems.place import SYSTEMS

SUBJECT: Final = Subject(
    SYSTEMS,
    tile=Tile(3, overview_tile),
    school_card=SchoolCard(5, school_card, needs_inventory=False),
    signals=attention.signals,
    signal_words=attention.WORDS,
    topics=(audit_words.TOPIC,),
)
