"""What is bought along with devices and is none: licences, work, accessories, furniture."""

import re
from typing import Final

from planning.core.text import folded, tokens
from planning.inventory.values.devices import kind_named, knows_model
from planning.inventory.values.status import ALONG

SERVICES: Final = re.compile(
    r"\b(?:\w*licenties?|licen[sc]es?|\w*abonnement(?:en)?|software|onderhoud\w*|verzekering|scholing|cursus|\w*training"
    r"|\w*installatie|installeren|bekabeling|aansluiting(?:en)?|aansluiten|montage|monteren|aanleg\w*|ophangen"
    r"|\w*meubilair|meubels?|kast(?:en)?|tafels?|stoel(?:en)?|verbouwing|zonwering|methode|verlichting|inrichting"
    r"|inrichten|garantie\w*|reparatie|hoezen|hoes|opladers?|laders?|tassen|tas|adapters?|\w+tafels?|keuken\w*)\b"
)
_ALONG: Final = re.compile(
    r"\b(?:\w*kosten|verzending|bezorging|\w*support|service\w*|\w*contract(?:en)?|\w*uitrol|imag(?:e|ing)|enrollment"
    r"|verwijderingsbijdrage|korting|statiegeld)\b"
)


def is_service(text: str) -> bool:
    """The text is about work, a licence or an accessory, and names no device: "licentie", "verzendkosten"."""
    low = folded(text)
    if tokens(low)[:1] and tokens(low)[0] in ALONG:
        return True  # "Hoesjes iPad" are no iPads
    return bool(SERVICES.search(low) or _ALONG.search(low)) and not kind_named(text) and not knows_model(text)
