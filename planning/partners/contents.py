"""The kinds of contribution of a partnership, and its list of infrastructure (data/reference/infrastructure.csv)."""

import csv
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from planning.circles.contents import CONTENTS
from planning.core.paths import REFERENCE
from planning.core.translation import language
from planning.partners.model import (
    Infrastructure,
    InfrastructureItem,
    JointPurchase,
    PartnerFigures,
    RolloutStep,
    SchoolStanding,
    SharedFunction,
    Stance,
    Standard,
    VisionStatement,
    Volume,
)

KINDS: Final = {
    "statement": VisionStatement,
    "stance": Stance,
    "rollout": RolloutStep,
    "standard": Standard,
    "infrastructure": Infrastructure,
    "standing": SchoolStanding,
    "purchase": JointPurchase,
    "volume": Volume,
    "figures": PartnerFigures,
    "systems": SharedFunction,
}
CONTENTS.update({kind: TypeAdapter(content) for kind, content in KINDS.items()})


@cache
def infrastructure() -> dict[str, InfrastructureItem]:
    """The list, by code, in its order."""
    with (REFERENCE / "infrastructure.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: InfrastructureItem(**row) for row in csv.DictReader(file)}


def item_name(code: str) -> str:
    """What a piece of infrastructure is called, in the reader's language."""
    item = infrastructure()[code]
    return item.name_nl if language() == "nl" else item.name_en
