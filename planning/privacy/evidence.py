"""Evidence that the product itself can show: whether the lists of devices of the schools are up to date. Pure.

It is offered where a domain asks for it (Domain.evidence) and never raises a level by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planning.inventory.fleet.records import Version
from planning.inventory.fleet.timeline import holding


@dataclass(frozen=True)
class InventoryEvidence:
    """How many schools have an inventory that is not older than the board allows."""

    as_of: date
    fresh: int
    schools: int
    stale_after_days: int

    @property
    def share(self) -> float:
        """The part of the schools; 0 of none."""
        return self.fresh / self.schools if self.schools else 0.0


def inventory_evidence(
    school_ids: Iterable[str], versions: Iterable[Version], stale_after_days: int, as_of: date
) -> InventoryEvidence:
    """The evidence on a date, by the same rule that calls an inventory out of date elsewhere."""
    schools = set(school_ids)
    held = holding(versions, as_of)
    fresh = [key for key in schools if key in held and (as_of - held[key].counted_on).days <= stale_after_days]
    return InventoryEvidence(as_of, len(fresh), len(schools), stale_after_days)
