"""What other pages show of the learning network."""

from typing import Final

from pages.network import attention, audit_words
from pages.network.card import depends_on, overview_tile
from pages.network.place import NETWORK
from pages.parts.subject import Subject, Tile

SUBJECT: Final = Subject(
    NETWORK,
    tile=Tile(3, overview_tile, depends_on),
    signals=attention.signals,
    signal_words=attention.WORDS,
    topics=(audit_words.TOPIC,),
)
