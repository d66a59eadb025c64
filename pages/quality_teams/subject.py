"""What other pages show of the quality teams."""

from typing import Final

from pages.parts.subject import SchoolCard, Subject, Tile
from pages.quality_teams import attention, audit_words, news
from pages.quality_teams.card import school_card, teams_tile
from pages.quality_teams.place import QUALITY_TEAMS

SUBJECT: Final = Subject(
    QUALITY_TEAMS,
    tile=Tile(2, teams_tile),
    school_card=SchoolCard(3, school_card, needs_inventory=False),
    signals=attention.signals,
    signal_words=attention.WORDS,
    news=news.news,
    topics=(audit_words.TOPIC,),
)
