"""What other pages show of the rounds."""

from typing import Final

from pages.parts.subject import SchoolCard, Subject
from pages.rounds import attention, audit_words, news
from pages.rounds.own import plan_card
from pages.rounds.place import ROUNDS

SUBJECT: Final = Subject(
    ROUNDS,
    school_card=SchoolCard(1, plan_card),
    signals=attention.signals,
    signal_words=attention.WORDS,
    news=news.news,
    topics=(audit_words.TOPIC,),
)
