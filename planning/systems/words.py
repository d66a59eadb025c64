"""The fields, codes and states of systems in the reader's language; and what their reasons say."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from planning.core.notation import day, listed, number
from planning.core.translation import N_, language
from planning.core.translation import gettext as _
from planning.privacy.register_words import model_name as model_name
from planning.systems.model import SystemLine

TITLES: Final = {
    "school_id": N_("School"),
    "function": N_("Function"),
    "system": N_("System"),
    "supplier": N_("Supplier"),
    "variant": N_("Variant"),
    "life": N_("Stage of life"),
    "in_use_on": N_("In use since"),
    "out_on": N_("In use until"),
    "decided": N_("Decided"),
    "satisfaction": N_("Satisfaction (1 to 5)"),
    "judgement": N_("Judgement"),
    "judgement_reason": N_("Reason of the judgement"),
    "judged_on": N_("Judged on"),
    "owner": N_("Owner (a role)"),
    "manager": N_("Functional manager (a role)"),
    "data_location": N_("Data are"),
    "has_personal_data": N_("Holds personal data"),
    "personal_data": N_("Kinds of personal data"),
    "dpia": N_("DPIA"),
    "agreement_model": N_("Processing agreement"),
    "agreement_on": N_("Agreement signed on"),
    "through_service": N_("Through the Dienst Verwerkersovereenkomsten"),
    "marks": N_("Mark"),
    "standards": N_("Standards"),
    "single_sign_on": N_("Single sign-on"),
    "two_factor_staff": N_("Two steps for staff"),
    "two_factor_pupils": N_("Two steps for pupils"),
    "starts_on": N_("Contract since"),
    "ends_on": N_("Contract until"),
    "notice_on": N_("Give notice by"),
    "renewal": N_("After that"),
    "per_pupil_cents": N_("Cost per pupil per year"),
    "per_school_cents": N_("Cost per school per year"),
}
"""The fields of a line in the order of the workbook."""
GROUP_NAMES: Final = {
    "pupils": N_("Pupils and parents"),
    "learning": N_("Learning"),
    "testing": N_("Testing"),
    "access": N_("Access"),
    "steering": N_("Staff and steering"),
    "ground": N_("Groundwork"),
}
CODE_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "life": {
        "plan": N_("planned"),
        "introducing": N_("being introduced"),
        "in_use": N_("in use"),
        "phasing_out": N_("being phased out"),
        "out": N_("out of use"),
    },
    "decided": {"central": N_("by the board"), "school": N_("by the school")},
    "judgement": {
        "keep": N_("keep"),
        "improve": N_("improve"),
        "replace": N_("replace"),
        "stop": N_("stop"),
    },
    "data_location": {"eu": N_("within the EU"), "outside": N_("outside the EU")},
    "dpia": {"not_needed": N_("not needed"), "to_do": N_("still to do"), "done": N_("carried out")},
    "renewal": {
        "automatic": N_("goes on by itself"),
        "ends": N_("is over"),
        "agreed": N_("is agreed anew"),
    },
    "marks": {"covenant": N_("privacy covenant"), "edu_v": N_("Edu-V")},
}
YES_OR_NO: Final = (
    "has_personal_data", "through_service", "single_sign_on", "two_factor_staff", "two_factor_pupils",
)  # fmt: skip
COSTS: Final = ("per_pupil_cents", "per_school_cents")
AGREEMENT_NAMES: Final = {
    "not_needed": N_("no personal data"),
    "not_said": N_("not filled in"),
    "signed": N_("in the register"),
    "ending": N_("ends soon"),
    "ended": N_("ended"),
    "unsigned": N_("not signed"),
    "stated": N_("not in the register"),
    "none": N_("no agreement"),
    "not_shown": N_("known to the privacy officer"),
}
CONTRACT_NAMES: Final = {
    "unknown": N_("end not known"),
    "running": N_("runs"),
    "decide": N_("decide"),
    "ending": N_("ends"),
    "renews": N_("goes on"),
    "ended": N_("over"),
}
REASONS: Final = {
    "system_without_name": N_("There is no system yet. Fill in what it is called."),
    "system_there_already": N_(
        "‘{name}’ is there already for this function at this school. Change that line, or fill in another variant."
    ),
    "system_text_too_long": N_("This text is longer than {n} characters. Shorten it."),
    "role_is_a_person": N_("‘{read}’ looks like the name of a person. Fill in the role, such as ICT coordinator."),
    "contract_ends_first": N_("The contract ends on {late}, before it began on {early}."),
    "use_ends_first": N_("The last day in use is {late}, before the first, {early}."),
    "notice_after_end": N_("Notice by {notice} is later than the end of the contract on {end}."),
    "notice_without_end": N_("Notice by {notice} belongs to a last day of the contract. Fill that in too."),
    "system_day_to_come": N_("{read} has not come yet: it is {today}."),
    "system_cost_out_of_range": N_("A cost is an amount from € 0 to € {highest}."),
    "system_amount_unreadable": N_("‘{read}’ is not an amount. Write euros, such as 1250 or 7.95."),
    "satisfaction_out_of_range": N_("The satisfaction says {read}. Choose {low} to {high}."),
    "system_without_school": N_("Choose a school."),
    "system_without_function": N_("Choose a function."),
    "system_function_gone": N_("This function is not in the list of your board any more."),
    "system_line_gone": N_("‘{name}’ is not there any more."),
    "function_without_name": N_("The function has no name yet. Fill in what it is called."),
    "function_name_too_long": N_("The name of a function has at most {n} characters. Shorten it."),
    "function_there_already": N_("‘{name}’ is in the list already."),
    "function_in_use": N_("Lines are about this function ({n}). Stop keeping track of it instead."),
    "step_without_plan": N_("There is no goal plan of {year} yet. Begin it on the screen Goals."),
    "step_without_sub_goal": N_("Choose the sub-goal that the step serves."),
}


def title(field: str) -> str:
    """What a field is called; also its heading in a workbook."""
    return _(TITLES[field])


def code_name(field: str, code: str | None) -> str:
    """One of a field's few values in words."""
    if code is None:
        return ""
    return model_name(code) if field == "agreement_model" else _(CODE_NAMES[field][code])


def yes_no(said: bool | None) -> str:
    """Yes, no, or nothing."""
    return "" if said is None else _("yes") if said else _("no")


def euros(cents: int) -> str:
    """€ 7,95: what a pupil costs is a matter of cents; whole euros stay whole."""
    amount = number(cents / 100, 2 if cents % 100 else 0)
    return f"€\u00a0{amount}" if language() == "nl" else f"€{amount}"


def value_in_words(field: str, value: Any) -> str:
    """A field of a line, as a reader sees it."""
    if value is None or value in ("", ()):
        return ""
    if field in YES_OR_NO:
        return yes_no(value)
    if field in COSTS:
        return euros(value)
    if field == "marks":
        return listed([code_name(field, one) for one in value])
    if field in CODE_NAMES or field == "agreement_model":
        return code_name(field, value)
    if isinstance(value, date):
        return day(value)
    return listed([str(one) for one in value]) if isinstance(value, (tuple, list)) else str(value)


def changes_in_words(facts: Mapping[str, Any]) -> str:
    """Fields of an audit line: "Leverancier: … · Contract tot: …"."""
    known = {name: value for name, value in facts.items() if name in TITLES and value not in (None, "", [], ())}
    told = {name: date.fromisoformat(str(value)) if name.endswith("_on") else value for name, value in known.items()}
    return " · ".join(f"{title(name)}: {value_in_words(name, value)}" for name, value in told.items())


def differences_in_words(before: SystemLine, after: SystemLine) -> str:
    """What a line said where another says something else: "Leverancier: … · Contract tot: –"."""
    differing = [name for name in TITLES if getattr(before, name) != getattr(after, name)]
    return " · ".join(f"{title(name)}: {value_in_words(name, getattr(before, name)) or '–'}" for name in differing)
