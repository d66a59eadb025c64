"""What other pages show of the goals."""

from typing import Final

from pages.goals import attention, audit_words, news
from pages.goals.place import GOALS
from pages.goals.school import school_goals
from pages.goals.tiles import goals_of_the_year
from pages.parts.subject import SchoolCard, Subject, Tile

SUBJECT: Final = Subject(
    GOALS,
    tile=Tile(1, goals_of_the_year),
    school_card=SchoolCard(2, school_goals),
    signals=attention.signals,
    signal_words=attention.WORDS,
    news=news.news,
    topics=(audit_words.TOPIC,),
)
