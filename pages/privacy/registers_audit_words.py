"""The audit lines of the registers of IBP in words; of incidents and requests only that something was done."""

from typing import Final

from pages.parts.audit_topic import AuditTopic, Names, SideWords
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.privacy.register_words import changes_in_words
from planning.privacy.registers import Dpia, Entry, Processing, Processor


def _fields_of(register: type[Entry]) -> SideWords:
    return lambda side: changes_in_words(register, side.facts)


def _numbered(_code: str, subject: str, _names: Names) -> str:
    return _("number {n}").format(n=subject)


REGISTERS: Final = AuditTopic(
    N_("registers of IBP"),
    {
        "processing": N_("Processing activity kept"),
        "processor": N_("Processor kept"),
        "dpia": N_("DPIA kept"),
    },
    {"processing": _fields_of(Processing), "processor": _fields_of(Processor), "dpia": _fields_of(Dpia)},
)
INCIDENTS: Final = AuditTopic(
    N_("incidents and rights requests"),
    {
        "incident": N_("Incident recorded or added to"),
        "rights_request": N_("Rights request recorded or added to"),
    },
    about=_numbered,
)
