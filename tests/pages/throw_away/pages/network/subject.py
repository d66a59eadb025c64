"""What other pages show of the network."""

from typing import Final

import streamlit as st
from pages.network.place import NETWORK
from planning.attention.network import NetworkSignal, network_signals

from pages.parts.audit_topic import AuditTopic
from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.parts.signal_words import Link, SignalWords
from pages.parts.subject import SchoolCard, Subject, Tile


def tile(_frame: Frame) -> None:
    st.markdown("De tegel van het netwerk.")
    show_link(NETWORK, "Naar het netwerk")


def school_card(frame: Frame, school_id: str) -> None:
    st.markdown(f"De kaart van het netwerk voor {frame.school_name(school_id)}.")


SUBJECT: Final = Subject(
    NETWORK,
    tile=Tile(2, tile),
    school_card=SchoolCard(5, school_card),
    signals=lambda frame: network_signals(frame.as_of),
    signal_words={
        "network_waits": SignalWords[NetworkSignal](
            "orange",
            "hub",
            lambda _signal: "het netwerk wacht",
            lambda _frame, signal: f"{signal.meetings} bijeenkomst van het netwerk.",
            lambda _frame, _signal: [Link(NETWORK, "Naar het netwerk")],
        )
    },
    topics=(AuditTopic("network", {"network_meeting": "Bijeenkomst van het netwerk"}),),
)
