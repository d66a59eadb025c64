"""Lines by name: whatever order an instance has them in, its plan is the same."""

from dataclasses import dataclass, replace

from planning.rounds.solver.instance import Instance, Key, Purchases


@dataclass(frozen=True, slots=True)
class InstanceByName:
    """An instance with its lines by school and name, and where they came from."""

    instance: Instance
    place: tuple[int, ...]  # by line: its place in the instance as it was given

    def as_given(self, purchases: Purchases) -> dict[Key, int]:
        """Purchases with lines as they were given."""
        return {(self.place[line], code, r): count for (line, code, r), count in purchases.items()}

    def by_name(self, purchases: Purchases) -> dict[Key, int]:
        """Purchases with lines by name."""
        new = {old: place for place, old in enumerate(self.place)}
        return {(new[line], code, r): count for (line, code, r), count in purchases.items()}


def by_name(instance: Instance) -> InstanceByName:
    """Lines by school and name."""
    lines = instance.lines
    place = sorted(range(len(lines)), key=lambda at: (lines[at].school, lines[at].name))
    return InstanceByName(replace(instance, lines=tuple(lines[at] for at in place)), tuple(place))
