"""The one sentence that answers each page's question, with names that work no markdown."""

from pages.parts.frame import plain
from planning.ratios import sentences
from planning.ratios.rules import GroupRatio
from planning.ratios.sentences import school_answer as school_answer


def group_answer(ratio: GroupRatio, *, own: bool = False) -> str:
    """As planning.ratios.sentences.group_answer."""
    return sentences.group_answer(ratio, own=own, named=plain)


def few_known(ratio: GroupRatio) -> str:
    """As planning.ratios.sentences.few_known."""
    return sentences.few_known(ratio, plain)
