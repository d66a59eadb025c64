"""What other pages show of the competences."""

from typing import Final

from pages.competences import audit_words
from pages.competences.card import school_card, tile
from pages.competences.place import COMPETENCES
from pages.parts.subject import SchoolCard, Subject, Tile

SUBJECT: Final = Subject(
    COMPETENCES,
    tile=Tile(2, tile),
    school_card=SchoolCard(3, school_card),
    topics=(audit_words.TOPIC,),
)
