"""Small planning problems to test with: one type, one line, changed where a test needs it."""

from typing import Any

from planning.rounds.solver.instance import DeviceType, FleetLine, Instance, Legacy

ONE_BAND = [[1, 1, 1]]


def device_type(code: str = "cb", rounds: int = 3, **changed: Any) -> DeviceType:
    """A type of 300 that lives two rounds and counts for three."""
    values: dict[str, Any] = {
        "life": 2,
        "max_age": 3,
        "prices": (300,) * rounds,
        "support_ends": (None,) * rounds,
        "fixed_costs": (0,) * rounds,
    }
    return DeviceType(code=code, **(values | changed))


def line(school: str = "A", name: str = "pupil", rounds: int = 3, **changed: Any) -> FleetLine:
    """A line that wants ten devices in every round and has none."""
    values: dict[str, Any] = {"weight": 1, "types": ("cb",), "targets": (10,) * rounds}
    return FleetLine(school=school, name=name, **(values | changed))


def problem(
    *lines: FleetLine, types: tuple[DeviceType, ...] = (), budgets: tuple[int | None, ...] = (None,) * 3, **changed: Any
) -> Instance:
    """A planning problem of three rounds, unless there are more or fewer budgets."""
    rounds = len(budgets)
    known = types or (device_type(rounds=rounds),)
    return Instance(
        rounds=rounds,
        types={kind.code: kind for kind in known},
        lines=lines or (line(rounds=rounds),),
        budgets=budgets,
        **changed,
    )


def had(count: int, age: int = 0, type: str = "cb", support_end: int | None = None) -> tuple[Legacy, ...]:
    """Devices there are already."""
    return (Legacy(type, age, count, support_end),)
