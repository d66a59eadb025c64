"""A limit of time is the same amount of work on every machine."""

import pytest

from planning.core import apart_child, pace
from planning.core.apart import Allowance

ALLOWANCE = Allowance(processor_seconds=4, wall_seconds=60, memory=1024**2)


@pytest.mark.parametrize(("seconds", "times"), [(0.009, 1), (0.027, 3), (0.001, 1), (60.0, 10)])
def test_a_slower_machine_gets_longer_and_a_quicker_one_no_less(
    monkeypatch: pytest.MonkeyPatch, seconds: float, times: float
) -> None:
    monkeypatch.setattr(pace, "_seconds", lambda: seconds)
    assert pace.pace.__wrapped__() == pytest.approx(times)


def test_the_limit_of_processor_time_follows_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource
    import signal

    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    monkeypatch.setattr(signal, "alarm", lambda _seconds: 0)
    monkeypatch.setattr(apart_child, "pace", lambda: 2.1)
    apart_child.limit(ALLOWANCE)
    assert limits[resource.RLIMIT_CPU] == (9, 10)


def test_the_machine_is_measured_once() -> None:
    assert pace.pace() is pace.pace()
