"""Words for what this subject keeps as codes, in the reader's language: all its texts in one place."""

from typing import Final

from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.privacy.frameworks import level_names
from planning.workbooks import words
from planning.workbooks.model import FileRefused, Problem

STATES: Final = {
    "planned": N_("planned"),
    "doing": N_("in progress"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}
AUDIENCES: Final = {"staff": N_("teachers"), "pupils": N_("pupils"), "parents": N_("parents")}
KINDS: Final = {
    "meeting": N_("staff meeting"),
    "lesson": N_("lesson"),
    "film": N_("film"),
    "newsletter": N_("newsletter"),
    "parents_evening": N_("parents' evening"),
    "exercise": N_("exercise"),
    "other": N_("something else"),
}
STEPS: Final = {
    "idea": N_("idea"),
    "submitted": N_("submitted"),
    "approved": N_("approved"),
    "rejected": N_("rejected"),
    "plan": N_("plan of approach"),
    "execution": N_("being carried out"),
    "answered": N_("answered"),
    "shared": N_("shared"),
}
_PROBLEMS: Final = {
    "no_code": N_("Sheet {sheet}, row {row}: ‘{read}’ has no code. Fill in the norm's code in column {column}."),
    "code_too_long": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’. A code is short, such as ID.02. "
        "Does the code stand in another column?"
    ),
    "double": N_(
        "Sheet {sheet}, row {row}, column {column}: the code ‘{read}’ is also in {other}. Keep one of them."
    ),
    "no_title": N_("Sheet {sheet}, row {row}: norm ‘{read}’ has no title. Fill it in in column {column}."),
    "title_too_long": N_(
        "Sheet {sheet}, row {row}, column {column}: the title is longer than 300 signs. It begins with ‘{read}’. "
        "Shorten it."
    ),
    "domain_unknown": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’. That is not a domain "
"of this framework. Fill in the domain's code, number or name; for a privacy norm "
"‘Privacy’."
    ),
    "domain_differs": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’, but by its code the norm belongs to ‘{other}’. "
        "Which of the two is right?"
    ),
    "target_unread": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’. A level is a number from 1 to 5; "
        "leave the cell empty where the norm follows the board."
    ),
    "level_unread": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’. A level is a number from 1 to 5; "
        "write ‘n.v.t.’ where nobody judged the norm."
    ),
    "question_unknown": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’. That is not a question "
"of this questionnaire. Use the template for these people."
    ),
    "count_unread": N_(
        "Sheet {sheet}, row {row}, column {column}: it says ‘{read}’. We read here how many people gave this answer: "
        "a whole number."
    ),
    "too_few": N_(
        "Sheet {sheet}, row {row}: too few answers ({read}). Fewer than five we do not keep: it could be one person's."
    ),
}  # fmt: skip
_REFUSALS: Final = {
    "no_norms_found": N_(
        "We found no list of norms in this file. We looked for a row with headings like ‘code’ and ‘title’ "
        "in the first 40 rows of every sheet. Use the template."
    ),
    "no_answers_found": N_(
        "We found no answers in this file. We looked for a row with the heading ‘{question}’ and the four answers. "
        "Use the template."
    ),
}


def level_name(level: int) -> str:
    """ "3 · Bepaald"."""
    return f"{level} · {level_names()[level].name}"


def problem(found: Problem) -> str:
    """What is the matter with a row of a list, where, and what to do."""
    return words.problem(found, _PROBLEMS)


def refusal(refused: FileRefused) -> str:
    """Why a workbook with norms or answers is not read, and what to do."""
    return words.refusal(refused, _REFUSALS, question=_("Question"))
