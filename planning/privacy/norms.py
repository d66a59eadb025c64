"""How mature the board is: the level of every norm on a date, and what that means for each domain. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.refusal import Reason, Word
from planning.core.translation import N_
from planning.privacy.frameworks import LEVELS, Domain, Norm, NormFramework

LONGEST_CODE: Final = 12
LONGEST_TITLE: Final = 300
LONGEST_EVIDENCE: Final = 1_000
LONGEST_OWNER: Final = 120


@dataclass(frozen=True, slots=True)
class Ambition:
    """What a board chose: the framework it works with, the level it wants and by when."""

    framework: str
    target_level: int
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Score:
    """The level somebody judged a norm to be at, on a day; earlier ones stay."""

    code: str
    level: int
    scored_on: date
    evidence: str  # what shows it; "" where nothing is named yet
    owner: str  # who the norm belongs to: a role
    entered_by: str = ""
    version: int = 0  # the data version that entered it


@dataclass(frozen=True)
class DomainMaturity:
    """A domain on a date. What nobody judged yet is not level 0: it takes no part in the mean."""

    domain: Domain
    norms: int  # known norms
    judged: int
    at_target: int  # judged, and at the level wanted or above it
    mean: float | None  # of the judged norms; None where there is none
    wanted: float  # mean of the levels wanted of all its norms

    @property
    def unjudged(self) -> int:
        """Norms nobody judged yet."""
        return self.norms - self.judged

    @property
    def below(self) -> int:
        """Judged norms below the level wanted."""
        return self.judged - self.at_target


@dataclass(frozen=True)
class Maturity:
    """All domains on a date."""

    as_of: date
    target_level: int
    stated_norms: int | None  # how many norms the framework's publisher says there are
    domains: tuple[DomainMaturity, ...]  # those with a norm, in the framework's order
    mean: float | None  # of all judged norms

    @property
    def known(self) -> int:
        """Norms whose text the board has."""
        return sum(domain.norms for domain in self.domains)

    @property
    def norms(self) -> int:
        """Norms there are: as the publisher states, or as the board has where that is more."""
        return max(self.stated_norms or 0, self.known)

    @property
    def judged(self) -> int:
        """Norms with a level."""
        return sum(domain.judged for domain in self.domains)

    @property
    def at_target(self) -> int:
        """Norms at the level wanted or above it."""
        return sum(domain.at_target for domain in self.domains)

    @property
    def below(self) -> int:
        """Judged norms below the level wanted."""
        return self.judged - self.at_target

    @property
    def unjudged(self) -> int:
        """Norms without a level, also those whose text is not there yet."""
        return self.norms - self.judged


def all_norms(framework: NormFramework, own: Iterable[Norm]) -> tuple[Norm, ...]:
    """The norms of a framework with the board's own list laid over it, by domain and code."""
    known = {norm.code: norm for norm in framework.norms} | {norm.code: norm for norm in own}
    order = {domain.code: domain.number for domain in framework.domains}
    return tuple(sorted(known.values(), key=lambda norm: (order.get(norm.domain, 99), norm.code)))


def scores_on(scores: Iterable[Score], as_of: date) -> dict[str, Score]:
    """The score of every norm that holds on a date: of those by then the latest."""
    found: dict[str, Score] = {}
    for score in sorted(scores, key=lambda score: (score.scored_on, score.version)):
        if score.scored_on <= as_of:
            found[score.code] = score
    return found


def maturity(
    framework: NormFramework, norms: Sequence[Norm], scores: Mapping[str, Score], target_level: int, as_of: date
) -> Maturity:
    """The maturity of all domains; `scores` are those that hold on the date (`scores_on`)."""
    domains = []
    for domain in framework.domains:
        mine = [norm for norm in norms if norm.domain == domain.code]
        if not mine:
            continue
        judged = [norm for norm in mine if norm.code in scores]
        domains.append(
            DomainMaturity(
                domain,
                len(mine),
                len(judged),
                sum(scores[norm.code].level >= wanted(norm, target_level) for norm in judged),
                _mean([scores[norm.code].level for norm in judged]),
                _mean([wanted(norm, target_level) for norm in mine]) or target_level,
            )
        )
    every = [scores[norm.code].level for norm in norms if norm.code in scores]
    return Maturity(as_of, target_level, framework.stated_norms, tuple(domains), _mean(every))


def wanted(norm: Norm, target_level: int) -> int:
    """The level wanted of a norm: its own, else the board's."""
    return norm.target or target_level


def score_reasons(score: Score, norms: Iterable[Norm], today: date) -> list[Reason]:
    """Why a norm cannot get this score."""
    reasons = []
    if score.code not in {norm.code for norm in norms}:
        reasons.append(Reason("norm_unknown", "code", {"code": score.code}))
    reasons += level_reasons(score.level)
    if score.scored_on > today:
        reasons.append(Reason("score_to_come", "scored_on"))
    reasons += length_reasons(
        ("evidence", N_("The evidence"), score.evidence, LONGEST_EVIDENCE),
        ("owner", N_("The owner"), score.owner, LONGEST_OWNER),
    )
    return reasons


def level_reasons(level: int, field: str = "level") -> list[Reason]:
    """Why this is no level of maturity."""
    if level in LEVELS:
        return []
    return [Reason("level_out_of_range", field, {"read": level})]


def norm_reasons(norm: Norm, framework: NormFramework) -> list[Reason]:
    """Why this cannot be a norm of the board."""
    reasons = []
    if not norm.code.strip():
        reasons.append(Reason("norm_without_code", "code"))
    if not norm.name_nl.strip():
        reasons.append(Reason("norm_without_title", "title"))
    if framework.domain(norm.domain) is None:
        reasons.append(Reason("domain_unknown", "domain", {"code": norm.domain}))
    if norm.target is not None:
        reasons += level_reasons(norm.target, "target")
    reasons += length_reasons(
        ("code", N_("The code"), norm.code, LONGEST_CODE), ("title", N_("The title"), norm.name_nl, LONGEST_TITLE)
    )
    return reasons


def length_reasons(*texts: tuple[str, str, str, int]) -> list[Reason]:
    """Which texts (field, what it is, the text, the most signs) are too long."""
    return [
        Reason("privacy_text_too_long", field, {"what": Word(what), "n": most})
        for field, what, text, most in texts
        if len(text) > most
    ]


def _mean(values: Sequence[int]) -> float | None:
    return sum(values) / len(values) if values else None
