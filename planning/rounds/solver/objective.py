"""What is best: one weighted sum, or the four criteria in order."""

from dataclasses import dataclass

import numpy as np

from planning.rounds.solver.arrays import Floats
from planning.rounds.solver.instance import Values, Weights


@dataclass(frozen=True, slots=True)
class Objective:
    """Stages, one after another: what an earlier stage reached is held in the later ones."""

    stages: tuple[tuple[int, int, int, int], ...]

    def key(self, values: Values) -> tuple[int, ...]:
        """What plans are compared by; less is better."""
        four = (values.short, values.unserved, values.cost, values.peak)
        return tuple(sum(weight * value for weight, value in zip(stage, four, strict=True)) for stage in self.stages)

    def weights(self, stage: int) -> Floats:
        """The weights of one stage."""
        return np.array(self.stages[stage], dtype=float)

    def summed(self, dearest: int) -> Floats:
        """One weighted sum that leads the same way: the criteria in order are worth ever less than a device."""
        if len(self.stages) == 1:
            return self.weights(0)
        return np.array([6.0 * (dearest + 1), 1.2 * (dearest + 1), 1.0, 0.0])


def objective(weights: Weights | None) -> Objective:
    """The objective of an instance."""
    if weights is None:
        return Objective(((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)))
    return Objective(((weights.short, weights.unserved, weights.cost, weights.peak),))
