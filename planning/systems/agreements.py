"""What the registers of IBP say of a system: whether an agreement with its supplier holds; pure.

The register is the board's and counts; a date on a school's own line is only what the school heard.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from planning.privacy.registers import Processor, folded_name
from planning.systems.model import SystemLine
from planning.systems.rules import system_key

AgreementNeed = Literal[
    "not_needed", "not_said", "signed", "ending", "ended", "unsigned", "stated", "none", "not_shown"
]
LACKING: Final = ("ended", "unsigned", "none")
"""Personal data, and no agreement that holds."""
_BEST_FIRST: Final = ("signed", "ending", "unsigned", "ended")


def agreement_state(line: SystemLine, processors: Sequence[Processor] | None, as_of: date) -> AgreementNeed:
    """How the agreement for a system stands on a date; `processors` None where the person may not read the register.

    not_said: whether there are personal data was not filled in. stated: only the school's line has a date.
    """
    if line.has_personal_data is None:
        return "not_said"
    if not line.has_personal_data:
        return "not_needed"
    states = {processor.state(as_of) for processor in processors_of(line, processors or ())}
    for state in _BEST_FIRST:
        if state in states:
            return state
    if line.agreement_on is not None:
        return "stated"
    return "none" if processors is not None else "not_shown"


def processors_of(line: SystemLine, processors: Iterable[Processor]) -> tuple[Processor, ...]:
    """The entries of the register that are about a system: those of its supplier, and of this very product if any."""
    supplier = folded_name(line.supplier)
    of_supplier = [one for one in processors if supplier and folded_name(one.party) == supplier]
    of_product = [one for one in of_supplier if system_key(one.product) == system_key(line.system)]
    return tuple(of_product or of_supplier)


def without_processor_agreement(
    lines: Iterable[SystemLine], processors: Sequence[Processor], as_of: date
) -> tuple[SystemLine, ...]:
    """The lines in service with personal data and no agreement that holds."""
    return tuple(line for line in lines if line.is_in_service and agreement_state(line, processors, as_of) in LACKING)


def lines_of_party(party: str, lines: Iterable[SystemLine]) -> tuple[SystemLine, ...]:
    """The lines in service that a party of the register supplies: the way back from the register."""
    name = folded_name(party)
    return tuple(line for line in lines if line.is_in_service and folded_name(line.supplier) == name)
