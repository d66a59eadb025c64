"""What is bought along with devices and is none: licences, work, accessories, furniture."""

import re
from typing import Final

from planning.core.text import folded, tokens, word_set
from planning.inventory.values.devices import kind_named, names_model
from planning.inventory.values.status import ALONG

SERVICES: Final = re.compile(
    r"\b(?:\w*licenties?|licen[sc]es?|\w*abonnement(?:en)?|software|onderhoud\w*|verzekering|scholing|cursus|\w*training"
    r"|\w*installatie|installeren|bekabeling|aansluiting(?:en)?|aansluiten|montage|monteren|aanleg\w*|ophangen"
    r"|\w*meubilair|meubels?|kast(?:en)?|tafels?|stoel(?:en)?|verbouwing|zonwering|methode|verlichting|inrichting"
    r"|inrichten|garantie\w*|reparatie|hoezen|hoes|opladers?|laders?|tassen|tas|adapters?|\w+tafels?|keuken\w*)\b"
)
_ALONG: Final = re.compile(
    r"\b(?:\w*kosten|verzending|bezorging|\w*support|service\w*|\w*contract(?:en)?|\w*uitrol|imag(?:e|ing)|enrollment"
    r"|verwijderingsbijdrage|korting|statiegeld|\w*lift(?:en|systeem)?|handling|credit\w*)\b"
)
_SUNDRY: Final = word_set("losse los oude nieuwe diverse bedrade draadloze usb extra hoofd en st stuks x")
_WORK: Final = re.compile(r"(?:reparaties?|herstel|onderhoud|verzekering|demontage|afvoer|verhuizing)\b")
"""What a line opens with that pays for work on devices, whatever it names."""


def is_accessory(text: str) -> bool:
    """The text names what comes with devices and nothing else: "losse muizen", "koptelefoons"."""
    said = [word for word in tokens(text) if word not in _SUNDRY and not word.isdigit()]
    return bool(said) and all(word in ALONG for word in said)


def is_service(text: str) -> bool:
    """The text is about work, a licence or an accessory, and names no device: "licentie", "verzendkosten"."""
    low = folded(text)
    if tokens(low)[:1] and tokens(low)[0] in ALONG:
        return True  # "Hoesjes iPad" are no iPads
    if _WORK.match(low):
        return True  # "reparatie 3 chromebooks" brings none
    return bool(SERVICES.search(low) or _ALONG.search(low)) and not kind_named(text) and not names_model(text)
