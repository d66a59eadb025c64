"""What a refusal says, as tests ask it: codes and the fields they are about, not sentences."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from planning.core.refusal import Reason, Refused


def assert_reasons(found: Iterable[Reason], *expected: tuple[str, str | None]) -> None:
    """These reasons in this order, each by its code and its field."""
    assert [(reason.code, reason.field) for reason in found] == list(expected)


@contextmanager
def refused(*expected: tuple[str, str | None]) -> Iterator[list[Reason]]:
    """What is done within is refused for exactly these reasons; they are there afterwards."""
    reasons: list[Reason] = []
    with pytest.raises(Refused) as raised:
        yield reasons
    reasons.extend(raised.value.reasons)
    assert_reasons(reasons, *expected)
