"""A change that cannot be made, in words: what is the matter and what to do. All reasons at once."""

from collections.abc import Iterable


class Refused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """What was asked cannot be; `reasons` say why, in the reader's language. Nothing was written."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def refuse(reasons: Iterable[str]) -> None:
    """Raise Refused when there is a reason to."""
    found = tuple(reasons)
    if found:
        raise Refused(*found)
