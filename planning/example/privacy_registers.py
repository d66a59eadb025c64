"""Registers and incidents of the example group, as its privacy officer and coordinators would keep them.

Systems and parties are kinds of things, not products; nothing here happened, and nobody is named.
"""

import csv
from datetime import UTC, date, datetime
from io import StringIO
from typing import Final

from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.core.rights import Person
from planning.example.people import somebody
from planning.privacy.incident_service import report, take_step
from planning.privacy.incident_steps import (
    Closing,
    IncidentDescription,
    IncidentReport,
    NoNotification,
    NoticeToPeople,
    Notification,
    RiskAssessment,
)
from planning.privacy.incidents import Risk
from planning.privacy.register_service import save
from planning.privacy.registers import Dpia, Processing, Processor, RightsRequest

OFFICER: Final = "ibp"
_KEPT: Final = datetime(2018, 4, 23, 9, 0, tzinfo=UTC)

_PROCESSORS: Final = """
Leverancier leerlingvolgsysteem|Leerlingvolgsysteem|3.0|2018-04-11|
Leverancier leerlingadministratie|Leerlingadministratie|3.0|2018-04-04|2020-07-31
Leverancier adaptieve oefensoftware|Rekenen en taal op de tablet|2.0|2016-09-19|2018-07-15
Leverancier toetsen|Digitale toetsen|2.0|2017-02-06|2019-07-31
Leverancier ouderapp|Berichten en foto’s voor ouders||
Leverancier schoolfotografie|Schoolfoto’s en bestellingen||
Leverancier werkplek en opslag|Mail, documenten en chromebooks|own|2017-08-21|
Administratiekantoor|Personeels- en salarisadministratie|own|2016-01-11|
Leverancier netwerkbeheer|Beheer van netwerk en wifi|2.0|2016-11-28|2019-12-31
Leverancier digitaal leermateriaal|Toegang tot leermateriaal||
"""
_ACTIVITIES: Final = """
Leerlingadministratie|Inschrijven en bekostigen|obligation|Leerlingen, ouders|Contactgegevens, BSN|DUO, gemeente|5 jaar na vertrek|Directeur|Leverancier leerlingadministratie
Leerlingvolgsysteem|Volgen van de ontwikkeling|public_task|Leerlingen|Resultaten, observaties|Ouders|2 jaar na vertrek|Intern begeleider|Leverancier leerlingvolgsysteem
Zorg en begeleiding|Passende ondersteuning|obligation|Leerlingen, ouders|Zorg en begeleiding, gezondheid|Samenwerkingsverband|3 jaar na vertrek|Intern begeleider|Leverancier leerlingvolgsysteem
Oefenen op de tablet|Onderwijs op maat|public_task|Leerlingen|Naam, groep, antwoorden||1 jaar na het schooljaar|Leerkracht|Leverancier adaptieve oefensoftware; Leverancier digitaal leermateriaal
Digitaal toetsen|Vaststellen van niveaus|public_task|Leerlingen|Naam, groep, resultaten||2 jaar na vertrek|Intern begeleider|Leverancier toetsen
Berichten aan ouders|Contact met thuis|public_task|Ouders, leerlingen|Contactgegevens, foto’s|||Directeur|Leverancier ouderapp
Schoolfoto’s|Jaarlijkse schoolfoto|consent|Leerlingen|Foto’s|Ouders||Directeur|Leverancier schoolfotografie
Foto’s op de website|Laten zien wat de school doet|consent|Leerlingen, medewerkers|Foto’s en video|Bezoekers van de website|Tot intrekking, ten hoogste 2 jaar|Directeur|
Mail en documenten|Samenwerken|public_task|Leerlingen, medewerkers|Account, bestanden||1 jaar na vertrek|Bovenschools ICT-coördinator|Leverancier werkplek en opslag
Personeelsdossier|Werkgeverschap|contract|Medewerkers|Contactgegevens, BSN, functioneren|Belastingdienst, pensioenfonds|2 jaar na vertrek|Personeelszaken|Administratiekantoor
Netwerk en wifi|Veilig gebruik van internet|interest|Leerlingen, medewerkers, bezoekers|Apparaat, tijdstip||3 maanden|Bovenschools ICT-coördinator|Leverancier netwerkbeheer
Cameratoezicht op het plein|Bescherming van het gebouw|interest|Bezoekers||Politie op verzoek|||
"""  # noqa: E501 - a table

DPIAS: Final = (
    Dpia(
        "Oefenen op de tablet",
        True,
        "Veel leerlingen worden langdurig gevolgd.",
        date(2018, 2, 8),
        "Gegevens ouder dan een jaar worden gewist; leerlingen krijgen een schuilnaam.",
        date(2019, 2, 8),
    ),
    Dpia("Cameratoezicht op het plein", True, "Er wordt stelselmatig gekeken waar kinderen spelen."),
)


def load(database: Database) -> None:
    """The registers, two rights requests and three incidents of Dynamiek."""
    officer = somebody(database, OFFICER)
    for row in _rows(_PROCESSORS):
        party, product, model, signed, ends = (*row, "", "")[:5]
        save(officer, database, _KEPT, Processor(party, product, model or None, _day(signed), _day(ends)))
    for row in _rows(_ACTIVITIES):
        *fields, processors = row
        name, purpose, basis, subjects, data, recipients, retention, owner = fields
        parties = tuple(party.strip() for party in processors.split(";") if party)
        save(
            officer,
            database,
            _KEPT,
            Processing(name, purpose, basis or None, subjects, data, recipients, retention, owner, parties),
        )
    for dpia in DPIAS:
        save(officer, database, _KEPT, dpia)
    _requests(database, officer)
    _stolen_laptop(database, officer)
    _addresses_in_view(database, officer)
    _open_folder(database)


def _requests(database: Database, officer: Person) -> None:
    answered = RightsRequest(
        "03UZ00",
        "AVG-2018-01",
        "rectification",
        date(2018, 2, 12),
        answered_on=date(2018, 2, 26),
        outcome="Toegewezen: adres gewijzigd.",
    )
    save(officer, database, _KEPT, answered)
    coordinator = somebody(database, "ict-03qe")
    save(coordinator, database, _KEPT, RightsRequest("03QE00", "AVG-2018-02", "access", date(2018, 4, 5)))


def _stolen_laptop(database: Database, officer: Person) -> None:
    """Closed: notified within 72 hours, the parents told, and something learned."""
    coordinator, discovered = somebody(database, "ict-03yw"), _at("2017-11-14 08:10")
    first = IncidentReport(
        "03YW00", discovered, "Uit een auto is een laptop van een leraar gestolen.", _at("2017-11-13 21:00")
    )
    number = report(coordinator, database, _at("2017-11-14 08:40"), first)
    described = IncidentDescription(
        discovered,
        first.description,
        first.happened_at,
        _at("2017-11-14 08:30"),
        "De schijf was niet versleuteld.",
        ("contact", "results", "care"),
        27,
        27,
        "Wachtwoorden gewijzigd, laptop op afstand geblokkeerd, aangifte gedaan.",
    )
    take_step(coordinator, database, _at("2017-11-14 10:05"), number, described)
    for moment, step in (
        ("2017-11-14 13:30", RiskAssessment(Risk.HIGH, "Zorggegevens van een hele groep, zonder versleuteling.")),
        ("2017-11-15 09:20", Notification(_at("2017-11-15 09:15"), "Voorbeeld 2017-11")),
        ("2017-11-15 16:00", NoticeToPeople(_at("2017-11-15 15:30"))),
        (
            "2017-12-19 11:00",
            Closing(
                _at("2017-12-19 11:00"),
                "Alle laptops van medewerkers zijn versleuteld; leerlinglijsten staan niet meer lokaal.",
            ),
        ),
    ):
        take_step(officer, database, _at(moment), number, step)


def _addresses_in_view(database: Database, officer: Person) -> None:
    """Reasoned not notified, still to be closed."""
    discovered = _at("2018-03-20 16:45")
    first = IncidentReport(
        None, discovered, "Een uitnodiging voor ouders ging naar 40 adressen in het zicht.", _at("2018-03-20 16:30")
    )
    number = report(officer, database, _at("2018-03-20 17:00"), first)
    described = IncidentDescription(
        discovered,
        first.description,
        first.happened_at,
        None,
        "Adressen stonden bij Aan in plaats van Bcc.",
        ("contact",),
        40,
        40,
        "Ontvangers gevraagd de mail te wissen.",
    )
    for moment, step in (
        ("2018-03-20 17:10", described),
        ("2018-03-21 09:00", RiskAssessment(Risk.NONE, "Ouders die elkaars adres al hebben van de klassenlijst.")),
        ("2018-03-21 09:10", NoNotification(_at("2018-03-21 09:10"), "Geen risico: kleine kring die elkaar kent.")),
    ):
        take_step(officer, database, _at(moment), number, step)


def _open_folder(database: Database) -> None:
    """Its clock runs on the example's own date: until 2 May, 19.00."""
    coordinator, discovered = somebody(database, "ict-06or"), _at("2018-04-29 19:00")
    first = IncidentReport(
        "06OR00", discovered, "Een gedeelde map met een groepsoverzicht stond open voor iedereen met de link."
    )
    number = report(coordinator, database, _at("2018-04-29 19:25"), first)
    described = IncidentDescription(
        discovered, first.description, data=("contact", "results"), people_least=20, people_most=30,
        measures="De link is ingetrokken.",
    )  # fmt: skip
    take_step(coordinator, database, _at("2018-04-30 08:50"), number, described)


def _rows(table: str) -> list[list[str]]:
    return list(csv.reader(StringIO(table.strip()), delimiter="|"))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)
