"""What is known of IBP policy, norms and measures, and what it says on a date. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planning.inventory.fleet.records import Version
from planning.organisation.records import School
from planning.privacy.attitude import Activity, active_schools
from planning.privacy.evidence import InventoryEvidence, inventory_evidence
from planning.privacy.frameworks import Norm, NormFramework, frameworks
from planning.privacy.measures import Measure, measures_on
from planning.privacy.norms import Ambition, Maturity, Score, maturity, scores_on
from planning.privacy.policy import PolicyVersion, adopted


@dataclass(frozen=True)
class PrivacyView:
    """Everything the IBP screens need about policy, norms and measures; read once, asked for many dates."""

    ambition: Ambition | None  # None: the board chose no framework yet
    norms: tuple[Norm, ...]  # of the framework, with the board's own list laid over it
    own_codes: frozenset[str]  # norms the board added or read itself
    scores: tuple[Score, ...]
    measures: tuple[Measure, ...]  # every line of every measure
    policy: tuple[PolicyVersion, ...]
    school_ids: frozenset[str]  # of the whole board, for the evidence
    versions: tuple[Version, ...]
    stale_after_days: int

    @property
    def framework(self) -> NormFramework | None:
        """The framework the board works with."""
        return frameworks()[self.ambition.framework] if self.ambition else None

    def scores_on(self, as_of: date) -> dict[str, Score]:
        """The score of every norm that holds on a date."""
        return scores_on(self.scores, as_of)

    def maturity(self, as_of: date) -> Maturity | None:
        """The maturity of the board on a date; None without a framework."""
        if self.ambition is None or self.framework is None:
            return None
        return maturity(self.framework, self.norms, self.scores_on(as_of), self.ambition.target_level, as_of)

    def measures_on(self, as_of: date) -> tuple[Measure, ...]:
        """Every measure as it was on a date."""
        return measures_on(self.measures, as_of)

    def evidence(self, as_of: date) -> InventoryEvidence:
        """What the inventories of the schools show on a date."""
        return inventory_evidence(self.school_ids, self.versions, self.stale_after_days, as_of)


@dataclass(frozen=True)
class PrivacyProgress:
    """What a plan's goal about IBP is measured by, on a date."""

    as_of: date
    policy_adopted: bool  # the board adopted a version of the policy
    gmr_consent: bool  # and the GMR consented to that version
    norms: int  # norms there are: as the framework states, or as the board has where that is more
    norms_at_target: int  # judged, and at the level wanted or above it
    mean_level: float | None  # of the judged norms, 1 to 5; None where there is none
    measures: int  # measures that are not dropped
    measures_done: int
    measures_late: int
    schools: int  # within the person's reach
    schools_active: int  # with an awareness activity in the school year of the date, up to that date


def progress_of(
    facts: PrivacyView, schools: Iterable[School], activities: Iterable[Activity], as_of: date
) -> PrivacyProgress:
    """The progress on a date; `schools` are those within reach, `activities` what was done about awareness."""
    mature, in_force = facts.maturity(as_of), adopted(facts.policy, as_of)
    measures = [measure for measure in facts.measures_on(as_of) if measure.state != "dropped"]
    within_reach = {school.school_id for school in schools}
    return PrivacyProgress(
        as_of,
        policy_adopted=in_force is not None,
        gmr_consent=in_force is not None and in_force.stage(as_of) == "in_force",
        norms=mature.norms if mature else 0,
        norms_at_target=mature.at_target if mature else 0,
        mean_level=mature.mean if mature else None,
        measures=len(measures),
        measures_done=sum(measure.state == "done" for measure in measures),
        measures_late=sum(measure.is_late(as_of) for measure in measures),
        schools=len(within_reach),
        schools_active=len(within_reach & active_schools(activities, as_of)),
    )
