"""What other pages show of the rounds."""

from typing import Final

from pages.parts.subject import SchoolCard, Subject
from pages.rounds import audit_words
from pages.rounds.own import plan_card
from pages.rounds.place import ROUNDS

SUBJECT: Final = Subject(
    ROUNDS,
    school_card=SchoolCard(1, plan_card),
    topics=(audit_words.TOPIC,),
)
