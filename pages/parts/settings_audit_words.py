"""The audit lines in words: no codes, no JSON. A code without words here fails a test."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pages.parts import competences_audit_words, goals_audit, privacy_audit_words, teams_audit_words
from pages.parts.rounds_audit_words import WHAT_OF_ROUNDS, texts_of_rounds
from planning.core.notation import MINUS, day, listed, money, number, percent, target_one_in
from planning.core.rights import ROLE_NAMES, Role
from planning.core.service import WITHHELD
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.inventory.memory_service import BOARD
from planning.inventory.messages import field_name, kind_name
from planning.organisation.levels import LEVELS, level_name
from planning.privacy.register_words import changes_in_words, kind_of_code

Facts = Mapping[str, Any]

NOTHING: Final = "–"
WHAT: Final = {
    "inventory": N_("Inventory confirmed"),
    "restore": N_("Inventory put back"),
    "moved": N_("Devices moved to another school"),
    "mapping": N_("Columns remembered"),
    "model": N_("Model explained"),
    "school_name": N_("Name of a school remembered"),
    "pupils": N_("Pupil file of DUO applied"),
    "schools": N_("School file of DUO applied"),
    "pupil_count": N_("Count by hand"),
    "own_forecast": N_("Own figure for the forecast"),
    "board": N_("Targets of the board"),
    "own_target": N_("Own target of a school"),
    "kind": N_("Kind of device"),
    "person": N_("Person"),
    "language": N_("Language"),
    "publication": N_("Figures published"),
    **privacy_audit_words.WHAT,
    "plan_year": N_("Plan year begun"),
    "goal": N_("Goal"),
    "milestone": N_("Milestone"),
    "judgement": N_("Judgement of a goal"),
    "board_meetings": N_("Days of board meetings"),
    "processing": N_("Processing activity kept"),
    "processor": N_("Processor kept"),
    "dpia": N_("DPIA kept"),
    "incident": N_("Incident recorded or added to"),
    "rights_request": N_("Rights request recorded or added to"),
    "quality_team": N_("Quality team"),
    "team_member": N_("Member of a quality team"),
    "visit": N_("Visit to a school"),
    "help_request": N_("Question to the quality team"),
    "calendar_feed": N_("Calendar address"),
    **competences_audit_words.WHAT,
    **WHAT_OF_ROUNDS,
}


@dataclass(frozen=True)
class Subject:
    """Kinds of change that a reader looks for together."""

    title: str
    codes: tuple[str, ...]


SUBJECTS: Final = {
    "inventories": Subject(N_("inventories"), ("inventory", "restore", "moved")),
    "memory": Subject(N_("what is remembered of lists"), ("mapping", "model", "school_name")),
    "pupils": Subject(N_("schools and pupils"), ("pupils", "schools", "pupil_count", "own_forecast")),
    "targets": Subject(N_("targets"), ("board", "own_target")),
    "kinds": Subject(N_("kinds of device"), ("kind",)),
    "people": Subject(N_("people"), ("person", "language")),
    "publications": Subject(N_("publications"), ("publication",)),
    "privacy": Subject(N_("IBP: policy, norms and awareness"), tuple(privacy_audit_words.WHAT)),
    "goals": Subject(N_("goals"), ("plan_year", "goal", "milestone", "judgement", "board_meetings")),
    "registers": Subject(N_("registers of IBP"), ("processing", "processor", "dpia")),
    "incidents": Subject(N_("incidents and rights requests"), ("incident", "rights_request")),
    "quality_teams": Subject(
        N_("quality teams"), ("quality_team", "team_member", "visit", "help_request", "calendar_feed")
    ),
    "competences": Subject(N_("competences"), tuple(competences_audit_words.WHAT)),
    "rounds": Subject(N_("rounds and plans"), tuple(WHAT_OF_ROUNDS)),
}


@dataclass(frozen=True)
class Words:
    """Turns codes of audit lines into words; knows the names of schools and kinds."""

    schools: Mapping[str, str]
    kinds: Mapping[str, str]

    def what(self, code: str) -> str:
        """The kind of change."""
        return _(WHAT[code]) if code in WHAT else _("Another change")

    def subject(self, code: str, subject: str) -> str:
        """What was changed: a school, a person, a kind, a day."""
        if code == "publication":
            return day(date.fromisoformat(subject))
        if code in WITHHELD:
            return _("number {n}").format(n=subject)
        if subject == BOARD:
            return _("all schools")
        if code in privacy_audit_words.WHAT:
            return privacy_audit_words.subject(code, subject, self.schools)
        return self.kinds.get(subject, subject) if code == "kind" else subject

    def facts(self, code: str, subject: str, facts: Any) -> str:
        """What it was, or became; a dash where there was nothing."""
        if facts is None or code not in WHAT:
            return NOTHING
        if code == "person":
            return self._person(subject, facts)
        if code in ("processing", "processor", "dpia"):
            return changes_in_words(kind_of_code(code), facts) or NOTHING
        if code == "school_name":
            return self.schools.get(facts["school_id"], _("another school"))
        if code in privacy_audit_words.WHAT:
            return privacy_audit_words.facts(facts)
        texts: dict[str, Callable[[Any], str]] = {
            "inventory": _inventory,
            "restore": _inventory,
            "moved": _inventory,
            "mapping": _mapping,
            "model": _model,
            "pupils": _imported,
            "schools": _imported,
            "pupil_count": _count,
            "own_forecast": _own_forecast,
            "board": _board,
            "own_target": _own_target,
            "kind": _kind,
            "language": _language,
            "publication": _publication,
            "plan_year": goals_audit.plan_year,
            "goal": goals_audit.goal,
            "milestone": goals_audit.milestone,
            "judgement": goals_audit.judgement,
            "board_meetings": goals_audit.meetings,
            "quality_team": teams_audit_words.team_words,
            "team_member": teams_audit_words.member_words,
            "visit": teams_audit_words.visit_words,
            "help_request": teams_audit_words.request_words,
            "calendar_feed": teams_audit_words.feed_words,
            **competences_audit_words.FACTS,
            **texts_of_rounds(self.schools, self.kinds),
        }
        return texts[code](facts)

    def _person(self, subject: str, facts: Facts) -> str:
        parts = [facts["name"]] if facts["name"] != subject else []
        parts.append(_(ROLE_NAMES[Role(facts["role"])]))
        if facts["schools"]:
            parts.append(listed(sorted(self.schools.get(school_id, school_id) for school_id in facts["schools"])))
        if facts.get("language"):
            parts.append(_language(facts["language"]))
        return " · ".join(parts)


def _inventory(facts: Facts) -> str:
    parts = [_("version {n}").format(n=number(facts["version"]))]
    if "devices" in facts:
        parts.append(ngettext("{n} device", "{n} devices", facts["devices"]).format(n=number(facts["devices"])))
    if facts.get("new"):
        parts.append(f"+{number(facts['new'])}")
    if facts.get("gone"):
        parts.append(f"{MINUS}{number(facts['gone'])}")
    if facts.get("changed"):
        parts.append(_("{n} changed").format(n=number(facts["changed"])))
    if "restored_from" in facts:
        parts.append(_("restored from version {n}").format(n=number(facts["restored_from"])))
    return " · ".join([*parts, *([facts["file"]] if "file" in facts else [])])


def _mapping(facts: Facts) -> str:
    columns = [
        f"‘{heading}’ → {field_name(name) if name else _('not read')}" for heading, name in facts["columns"].items()
    ]
    return " · ".join([*columns, *([_("how the list is written")] if facts["answers"] else [])]) or NOTHING


def _model(facts: Facts) -> str:
    return " · ".join([kind_name(facts["kind"]), " ".join(part for part in (facts["brand"], facts["name"]) if part)])


def _imported(facts: Facts) -> str:
    schools = ngettext("{n} school", "{n} schools", facts["schools"]).format(n=number(facts["schools"]))
    changes = ngettext("{n} change", "{n} changes", facts["changed"]).format(n=number(facts["changed"]))
    return f"{schools} · {changes}"


def _pupils(n: int) -> str:
    return ngettext("{n} pupil", "{n} pupils", n).format(n=number(n))


def _count(facts: Facts) -> str:
    levels = [f"{level_name(level)} {number(facts[level])}" for level in LEVELS if level in facts]
    return " · ".join([day(date.fromisoformat(facts["count_date"])), _pupils(facts["total"]), *levels])


def _own_forecast(facts: Facts) -> str:
    return f"{day(date.fromisoformat(facts['count_date']))} · {_pupils(facts['pupils'])}"


def _board(facts: Facts) -> str:
    parts = []
    if "name" in facts:
        parts.append(str(facts["name"]))
    if "pupils_per_device" in facts:
        parts.append(target_one_in(facts["pupils_per_device"]))
    if "nearly_share" in facts:
        parts.append(_("nearly up to {share}").format(share=percent(facts["nearly_share"])))
    if "stale_after_days" in facts:
        parts.append(_("out of date after {n} days").format(n=number(facts["stale_after_days"])))
    return " · ".join(parts)


def _own_target(facts: Facts) -> str:
    target = facts["pupils_per_device"]
    return _("follows the board") if target is None else target_one_in(target)


def _kind(facts: Facts) -> str:
    years = ngettext("{n} year", "{n} years", facts["life_years"]).format(n=number(facts["life_years"]))
    return f"{years} · {money(facts['price_cents'])}"


def _language(code: str) -> str:
    return _("English") if code == "en" else _("Dutch")


def _publication(facts: Facts) -> str:
    on_target = ngettext("{n} school on target", "{n} schools on target", facts["on_target"]).format(
        n=number(facts["on_target"])
    )
    short = ngettext("{n} device short", "{n} devices short", facts["shortage"]).format(n=number(facts["shortage"]))
    return f"{on_target} · {short}"
