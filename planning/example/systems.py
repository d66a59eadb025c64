"""Systems of the example group's schools, as its group ICT coordinator would have kept them.

Names of systems are invented after trees and plain words, suppliers are kinds of suppliers as in the registers; only
national facilities are called by their name. Which school has what, contracts and costs are invented. "Nog
verschillende basissystemen" is the published plan's; how many, is not.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import Final

from planning.core.clock import local_day
from planning.core.database import Database
from planning.example.people import somebody
from planning.organisation.service import schools
from planning.systems.model import SystemLine
from planning.systems.reasons import line_key
from planning.systems.service import save_lines

GROUP_ICT: Final = "bovenschools"
NOT_FILLED_IN: Final = "00YG00"
"""A school that handed nothing in yet."""
_KEPT: Final = tuple(datetime(*day, 9, 0, tzinfo=UTC) for day in ((2017, 2, 6), (2017, 8, 28), (2018, 4, 24)))
"""When the list was filled in and looked at again: what began or ended between is a change."""
_SINCE: Final = date(2016, 8, 1)
_STRIDE: Final = 7
"""Schools are dealt out with this step between them, so that neighbours in the list differ."""

# function | places among the schools | system | supplier | cents a pupil | cents a school | contract | decided; where
# the contract was not the first or is over: since, until when the schools had the system
_SYSTEMS: Final = """
las|0-14|Berk Administratie|Leverancier leerlingadministratie|690||2017-08-01 2020-07-31 2020-04-30 automatic|central
las|10-14|Eik Schoolbeheer|Leverancier schoolbeheer|||2015-01-01 2017-07-31 2017-01-31 ends|school|2012-08-01 2017-07-31
las|15-19|Eik Schoolbeheer|Leverancier schoolbeheer|745||2015-01-01 2018-12-31 2018-07-01 automatic|school|2012-08-01
lvs|0-12|Berk Volgsysteem|Leverancier leerlingvolgsysteem|520||2017-08-01 2020-07-31 2020-04-30 automatic|central
lvs|12-19|Linde Leerlingbeeld|Leverancier leerlingbeeld|610|15000|2015-08-01 2018-07-31 2018-04-30 ends|school
parents|0-10|Ouderapp Iep|Leverancier ouderapp|195||2017-01-01 2018-12-31 2018-10-01 automatic|school
parents|0-6|Nieuwsbrief Iep|Leverancier ouderapp|||2014-01-01 2016-12-31 2016-10-01 ends|school|2014-01-01 2016-12-31
parents|11-16|Schoolbericht|Leverancier schoolberichten|240||2016-08-01 2019-07-31 2019-05-31 automatic|school
care|0-8|Berk Volgsysteem|Leverancier leerlingvolgsysteem|||2017-08-01 2020-07-31 2020-04-30 automatic|central
care|9-15|Zorgdossier Hulst|Leverancier zorgdossier|180||2016-08-01 2019-07-31 2019-04-30 automatic|school
elo|3-10|Startpagina Esdoorn|Leverancier startpagina|310||2016-01-01 2019-12-31 2019-09-30 automatic|school
elo|11-17|Klasportaal|Leverancier klasportaal|350||2017-08-01 2019-07-31 2019-05-31 automatic|school
licences|0-19|Materiaalloket|Leverancier digitaal leermateriaal|||2017-08-01 2020-07-31 2020-05-31 agreed|central
board|0-12|Digibord Els|Leverancier digibordsoftware||32500|2018-02-01 2020-01-31 2019-10-31 automatic|school
board|12-19|Schrijfvlak|Leverancier schrijfsoftware||29000||school
practice|2-10|Oefenplein|Leverancier adaptieve oefensoftware|2450||2016-08-01 2018-07-15 2018-06-15 agreed|school
practice|11-15|Rekenbos|Leverancier rekensoftware|1890||2017-08-01 2019-07-31 2019-05-31 automatic|school
testing|0-19|Toetskring|Leverancier toetsen|375||2017-02-01 2019-07-31 2019-04-30 agreed|central
content_access|0-19|Basispoort|||||central
internet|0-19|Netwerkbeheer Olm|Leverancier netwerkbeheer||180000|2017-01-01 2019-12-31 2019-06-30 ends|central
accounts|0-15|Werkplek Es|Leverancier werkplek en opslag||||central
accounts|16-19|Wilg Kantoor|Leverancier kantoorsoftware||||school
vensters|0-19|Vensters PO|||||central
hr|0-19|Kantoor Taxus|Administratiekantoor|1150||2016-01-01 2020-12-31 2020-06-30 automatic|central
finance|0-19|Kantoor Taxus|Administratiekantoor|880||2016-01-01 2020-12-31 2020-06-30 automatic|central
budget|0-19|Begroting Beuk|Leverancier begroting||42000|2018-01-01 2020-12-31 2020-09-30 automatic|central
quality|0-9|Kwaliteitskaart|Leverancier kwaliteitskaart||27500|2016-08-01 2019-07-31 2019-04-30 automatic|school
quality|10-15|Schoolmonitor|Leverancier schoolmonitor|125||2017-08-01 2018-12-31 2018-09-30 automatic|school
documents|0-15|Werkplek Es|Leverancier werkplek en opslag||||central
mdm|0-13|Schermbeheer Es|Leverancier werkplek en opslag|95||2017-08-01 2020-07-31 2020-04-30 automatic|central
mdm|14-17|Schermwacht|Leverancier schermbeheer|160||2016-10-01 2018-09-30 2018-06-30 ends|school
network|0-19|Netwerkbeheer Olm|Leverancier netwerkbeheer||96000|2017-01-01 2019-12-31 2019-06-30 ends|central
backup|0-13|Kluis Kastanje|Leverancier back-up||24000|2017-03-01 2020-02-28 2019-11-30 automatic|central
telephone|0-11|Bellen Plataan|Leverancier telefonie||60000|2014-06-01 2019-05-31 2019-02-28 automatic|school
telephone|12-19|Bellijn|Leverancier bellen||54000||school
printing|0-19|Printdienst Populier|Leverancier printers|540||2015-09-01 2020-08-31 2020-05-31 ends|central
office|0-15|Werkplek Es|Leverancier werkplek en opslag|410||2017-08-21 2020-08-20 2020-05-20 automatic|central
office|16-19|Wilg Kantoor|Leverancier kantoorsoftware|590||2016-08-01 2018-12-31 2018-08-31 automatic|school
helpdesk|0-19|Meldpunt ICT|Administratiekantoor||||central
"""
# function: kinds of personal data; "" where there are none. Others were not filled in yet.
_PERSONAL: Final = {
    "las": "Contactgegevens; BSN", "lvs": "Resultaten; observaties", "parents": "Contactgegevens; foto’s",
    "care": "Zorg en begeleiding", "practice": "Naam; groep; antwoorden", "testing": "Naam; groep; resultaten",
    "licences": "Naam; groep", "accounts": "Account", "office": "Account; bestanden", "documents": "Bestanden",
    "hr": "Contactgegevens; BSN; functioneren", "finance": "Contactgegevens; rekeningnummer",
    "elo": "Naam; groep", "internet": "Apparaat; tijdstip",
    "network": "Apparaat; tijdstip", "content_access": "Schuilnaam", "mdm": "Account; apparaat",
    "budget": "", "board": "", "printing": "", "telephone": "", "vensters": "", "quality": "",
}  # fmt: skip
# agreements that a school heard of and the register does not know
_HEARD: Final = {
    "Linde Leerlingbeeld": date(2018, 2, 12), "Schermwacht": date(2018, 3, 5), "Basispoort": date(2018, 4, 3),
    "Zorgdossier Hulst": date(2018, 4, 9),
}  # fmt: skip
# system: judgement, satisfaction, why
_JUDGED: Final = {
    "Eik Schoolbeheer": ("replace", 3, "Geen koppeling met het leerlingvolgsysteem van de groep."),
    "Linde Leerlingbeeld": ("replace", 3, "Dubbel werk bij de overstap naar een andere school van de groep."),
    "Berk Administratie": ("keep", 4, "Koppelt met wat de scholen gebruiken."),
    "Ouderapp Iep": ("improve", 4, "De overeenkomst moet nog getekend worden."),
    "Oefenplein": ("improve", 4, "Te weinig zicht op wat leerlingen al kunnen."),
    "Schermwacht": ("stop", 2, "Het beheer van de groep kan hetzelfde."),
}
_STANDARDS: Final = {"las": ("UWLR", "OSO", "ECK iD"), "lvs": ("UWLR",), "testing": ("UWLR", "ECK iD")}
_PHASED_OUT: Final = "Schermwacht"


def load(database: Database) -> None:
    """The lines of 19 schools of Dynamiek."""
    person = somebody(database, GROUP_ICT)
    places = [school.school_id for school in schools(person, database)]
    dealt = [places[number * _STRIDE % len(places)] for number in range(len(places))]
    lines = [line for line in _lines(dealt) if line.school_id != NOT_FILLED_IN]
    kept: dict[tuple[str, ...], SystemLine] = {}
    for at in _KEPT:
        told = [one for line in lines if (one := _told_on(line, local_day(at))) is not None]
        known = [_numbered(one, kept.get(line_key(one))) for one in told]
        new = [one for one in known if kept.get(line_key(one)) != one]
        kept |= {line_key(line): line for _before, line in save_lines(person, database, at, new) if line}


def _numbered(line: SystemLine, before: SystemLine | None) -> SystemLine:
    return line if before is None else replace(line, line_id=before.line_id, recorded_on=before.recorded_on)


def _told_on(line: SystemLine, day: date) -> SystemLine | None:
    """What was filled in of a line on a day; None where the system was not there yet."""
    if line.in_use_on and line.in_use_on > day:
        return None
    if line.judged_on and line.judged_on > day:
        line = replace(line, judgement=None, judgement_reason="", judged_on=None, satisfaction=None)
    if line.agreement_on and line.agreement_on > day:
        line = replace(line, agreement_on=None)
    is_out = line.out_on is not None and line.out_on < day
    return line if is_out or line.out_on is None else replace(line, out_on=None, life="in_use")


def _lines(dealt: list[str]) -> Iterator[SystemLine]:
    for row in csv.reader(StringIO(_SYSTEMS.strip()), delimiter="|"):
        function, where, system, supplier, per_pupil, per_school, contract, decided, *used = (
            cell.strip() for cell in row
        )
        first, last = map(int, where.split("-"))
        line = _with_contract(
            SystemLine(
                "",
                function,
                system,
                supplier,
                owner="Directeur" if decided == "school" else "Bovenschools ICT-coördinator",
                manager="ICT-coördinator",
                data_location="eu",
                agreement_on=_HEARD.get(system),
                has_personal_data=bool(_PERSONAL[function]) if function in _PERSONAL else None,
                personal_data=_PERSONAL.get(function, ""),
                standards=_STANDARDS.get(function, ()),
                per_pupil_cents=int(per_pupil) if per_pupil else None,
                per_school_cents=int(per_school) if per_school else None,
                life="phasing_out" if system == _PHASED_OUT else "in_use",
                decided=decided,
            ),
            contract,
        )
        line = _with_use(line, *(used[0].split() if used else ()))
        if system in _JUDGED and line.is_in_service:
            judgement, satisfaction, why = _JUDGED[system]
            line = replace(
                line,
                judgement=judgement,
                judgement_reason=why,
                judged_on=date(2018, 4, 16),
                satisfaction=satisfaction,
            )
        for school_id in dealt[first : last + 1]:
            yield replace(line, school_id=school_id)


def _with_contract(line: SystemLine, contract: str) -> SystemLine:
    if not contract:
        return line
    starts, ends, notice, renewal = contract.split()
    since, until, by = (date.fromisoformat(day) for day in (starts, ends, notice))
    return replace(line, starts_on=since, ends_on=until, notice_on=by, renewal=renewal)


def _with_use(line: SystemLine, since: str | None = None, until: str | None = None) -> SystemLine:
    """From when until when schools had it: as said, else since the contract they have, else since _SINCE."""
    in_use_on = date.fromisoformat(since) if since else line.starts_on or _SINCE
    if until is None:
        return replace(line, in_use_on=in_use_on)
    return replace(line, in_use_on=in_use_on, out_on=date.fromisoformat(until), life="out")
