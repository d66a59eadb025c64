"""What other pages show of the choices of schools."""

from typing import Final

from pages.choices import attention, audit_words, news
from pages.choices.card import school_card, tile
from pages.choices.place import CHOICES
from pages.parts.subject import SchoolCard, Subject, Tile

SUBJECT: Final = Subject(
    CHOICES,
    tile=Tile(3, tile),
    school_card=SchoolCard(2, school_card, needs_inventory=False),
    signals=attention.signals,
    signal_words=attention.WORDS,
    news=news.news,
    topics=(audit_words.TOPIC,),
)
