"""What is bought along with devices and is none: licences, work, accessories, furniture."""

import re
from typing import Final

SERVICES: Final = re.compile(
    r"\b(?:\w*licenties?|licen[sc]es?|\w*abonnement(?:en)?|software|onderhoud\w*|verzekering|scholing|cursus|\w*training"
    r"|\w*installatie|installeren|bekabeling|aansluiting(?:en)?|aansluiten|montage|monteren|aanleg\w*|ophangen"
    r"|\w*meubilair|meubels?|kast(?:en)?|tafels?|stoel(?:en)?|verbouwing|zonwering|methode|verlichting|inrichting"
    r"|inrichten|garantie\w*|reparatie|hoezen|hoes|opladers?|laders?|tassen|tas|adapters?|\w+tafels?|keuken\w*)\b"
)
