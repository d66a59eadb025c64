"""What other pages show of the garden."""

from typing import Final

import streamlit as st
from pages.garden.place import GARDEN
from planning.attention.garden import GardenSignal, garden_signals

from pages.parts.audit_topic import AuditTopic
from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.parts.signal_words import Link, SignalWords
from pages.parts.subject import SchoolCard, Subject, Tile


def tile(_frame: Frame) -> None:
    st.markdown("De tegel van de tuin.")
    show_link(GARDEN, "Naar de tuin")


def school_card(frame: Frame, school_id: str) -> None:
    st.markdown(f"De kaart van de tuin voor {frame.school_name(school_id)}.")


SUBJECT: Final = Subject(
    GARDEN,
    tile=Tile(2, tile),
    school_card=SchoolCard(5, school_card),
    signals=lambda frame: garden_signals(frame.as_of),
    signal_words={
        "garden_waits": SignalWords[GardenSignal](
            "orange",
            "hub",
            lambda _signal: "de tuin wacht",
            lambda _frame, signal: f"{signal.meetings} bijeenkomst van de tuin.",
            lambda _frame, _signal: [Link(GARDEN, "Naar de tuin")],
        )
    },
    topics=(AuditTopic("garden", {"garden_bed": "Bijeenkomst van de tuin"}),),
)
