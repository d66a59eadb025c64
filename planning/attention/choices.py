"""Signals of the choices: what schools chose and nobody took over into the rounds yet."""

from planning.attention.signal import Signal
from planning.choices.view import ChoicesView


def choice_signals(view: ChoicesView, school_year: int) -> tuple[Signal, ...]:
    """What of a school year waits for whoever plans; none where the rounds have all that schools chose."""
    waiting = tuple(key for key, chosen in view.choices(school_year).items() if not view.is_fed(chosen))
    return (Signal("choice_waits", waiting),) if waiting else ()
