"""How each coordinator keeps the list: own words, own columns, own way with dates. A school keeps its habit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

Words = Mapping[str, str]


def _words(text: str) -> Words:
    return MappingProxyType(dict(pair.strip().split("=", 1) for pair in text.split(",")))


KINDS_IN_FULL: Final = _words(
    "chromebook=Chromebook, laptop=Laptop, tablet=Tablet, desktop=Desktop, interactive_board=Digibord, "
    "projector=Beamer, printer=Printer, network=Accesspoint, charging_cart=Laadkar"
)
KINDS_IN_SHORT: Final = _words(
    "chromebook=CB, laptop=laptop, tablet=tablet, desktop=PC, interactive_board=digibord, "
    "projector=beamer, printer=printer, network=wifi accesspoint, charging_cart=laadkar"
)
STATUS_IN_FULL: Final = _words(
    "in_use=in gebruik, spare=reserve, in_repair=in reparatie, broken=defect, missing=vermist, disposed=afgevoerd"
)
STATUS_SHORT: Final = _words(
    "in_use=ok, spare=reserve, in_repair=ter reparatie, broken=kapot, missing=vermist, disposed=afgevoerd"
)
STATUS_WHEN_SPECIAL: Final = _words(
    "in_use=, spare=reserve, in_repair=in reparatie, broken=defect, missing=vermist, disposed=afgevoerd"
)
PUPILS_OR_STAFF: Final = _words("pupils=leerlingen, staff=personeel")
PUPIL_OR_TEACHER: Final = _words("pupils=leerling, staff=leerkracht")


@dataclass(frozen=True)
class Habit:
    """One coordinator's way of keeping the list.

    `columns` are (what, heading) pairs; what: nr, kind, brand, model, item (brand and model), serial, count, purchased,
    price, price_ex, status, audience, location, support_until, person.
    """

    file: str  # {month} and {year} are filled in
    by_device: bool
    template: bool = False
    sheet: str = "Blad1"
    titles: tuple[str, ...] = ()  # {school}, {day}, {month} and {year} are filled in
    columns: tuple[tuple[str, str], ...] = ()
    kinds: Words = field(default_factory=lambda: KINDS_IN_FULL)
    statuses: Words = field(default_factory=lambda: STATUS_IN_FULL)
    audiences: Words = field(default_factory=lambda: PUPILS_OR_STAFF)
    dates: str = "day"  # day, month ("sep 2017"), mon-yy ("sep-17"), year, school_year ("2017/2018")
    prices: str = "number"  # number, euro ("€ 279,-"), comma ("279,00")
    total: str = ""  # label of a totals row, none when empty
    fill: str = ""  # colour of the header, none when empty
    encoding: str = "utf-8-sig"  # csv only
    surroundings: bool = True  # boards, printers and staff laptops are on the same list
    extra_sheets: tuple[str, ...] = ()


def _columns(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.strip().split("=", 1) for pair in text.split(","))
    return tuple((what, heading) for what, heading in pairs)


HABITS: Final[Mapping[str, Habit]] = {
    # The product's template, filled in.
    "00YG00": Habit(
        "Vlootplan sjabloon De Peelhorst {month} {year}.xlsx", by_device=True, template=True, dates="month"
    ),
    "03UY00": Habit("Inventaris De Brink {year}-{month}.xlsx", by_device=True, template=True),
    "09MO00": Habit("sjabloon_inventaris_Kameleon_{month}{year}.xlsx", by_device=True, template=True),
    "03YW00": Habit("Onder De Linde devices {month} {year}.xlsx", by_device=False, template=True, dates="month"),
    "03QF00": Habit("Inventaris Sint Anna {month} {year}.xlsx", by_device=True, template=True),
    "06MM00": Habit("Weisterbeek inventaris ICT {month} {year}.xlsx", by_device=True, template=True),
    "12KN00": Habit("Horizon Sevenum sjabloon {year}.xlsx", by_device=False, template=True, dates="month"),
    # One row for every device, in a list of their own making.
    "03VB00": Habit(
        "Devices Doolgaard {month} {year}.xlsx",
        by_device=True,
        sheet="Devices",
        titles=("Overzicht ICT-middelen basisschool De Doolgaard", "bijgewerkt: {day}", ""),
        columns=_columns(
            "nr=Nr, kind=Soort, brand=Merk, model=Type, serial=Serienummer, purchased=Aanschafdatum, "
            "price=Aanschafprijs (incl. btw), status=Status, audience=Gebruikersgroep, location=Lokaal, "
            "support_until=Updates t/m"
        ),
        fill="DCE6F1",
    ),
    "03QI00": Habit(
        "Inventarislijst Mariaschool Tienray {year} ({month}).xlsx",
        by_device=True,
        sheet="Inventaris",
        titles=("Mariaschool Tienray - overzicht devices", "Stand per {day}", "", ""),
        columns=_columns(
            "kind=Device, brand=Fabrikant, model=type/model, serial=serie nr, purchased=Aankoopdatum, "
            "price_ex=Prijs ex btw, location=Waar, person=Leerling, audience=Doelgroep, status=Status"
        ),
        kinds=KINDS_IN_SHORT,
        statuses=STATUS_WHEN_SPECIAL,
        total="totaal",
    ),
    "03QJ00": Habit(
        "Devices Megelsheim {month} {year}.xlsx",
        by_device=True,
        sheet="Devices",
        titles=("Devices basisschool Megelsheim", "bijgewerkt: {day}", ""),
        columns=_columns(
            "nr=Nr, kind=Soort, item=Merk en type, serial=S/N, purchased=Gekocht, price_ex=Prijs ex, location=Lokaal, "
            "person=Gebruiker, status=Opm."
        ),
        statuses=STATUS_WHEN_SPECIAL,
        fill="E2EFDA",
        surroundings=False,
        extra_sheets=("Notities",),
    ),
    "03UZ00": Habit(
        "Inventaris Twister {month} {year}.xlsx",
        by_device=True,
        sheet="Lijst",
        titles=("De Twister Horst", "Inventaris ICT {month} {year}", "bijgewerkt: {day}", ""),
        columns=_columns(
            "kind=Apparaat, brand=Merk, model=Model, serial=Serienr., purchased=Datum aanschaf, price=Prijs, "
            "status=Staat, audience=Bestemd voor, location=Locatie, support_until=Einde updates"
        ),
        audiences=PUPIL_OR_TEACHER,
        statuses=STATUS_SHORT,
        fill="FFF2CC",
    ),
    "11QL00": Habit(
        "ICT-lijst Dobbelsteen {month} {year}.xlsx",
        by_device=True,
        titles=("ICT-lijst de Dobbelsteen", "versie {month} {year}", ""),
        columns=_columns(
            "item=Omschrijving, kind=Soort, serial=Serienummer, purchased=Aangeschaft, location=Groep, "
            "audience=Voor wie, status=Toestand, support_until=Ondersteuning tot"
        ),
        kinds=KINDS_IN_SHORT,
        total="Totaal",
    ),
    "03VA00": Habit(
        "devicelijst de Wouter {year} {month}.xlsx",
        by_device=True,
        titles=("Devicelijst De Wouter America", "Stand per {day}", ""),
        columns=_columns(
            "kind=Soort apparaat, item=Merk/model, serial=S/N, purchased=Aanschafjaar, location=Groep, "
            "audience=Leerling/personeel, status=Status, support_until=Updates tot"
        ),
        audiences=PUPIL_OR_TEACHER,
        statuses=STATUS_WHEN_SPECIAL,
        dates="year",
    ),
    "03QE00": Habit(
        "klimboom_devices_{year}_{month}.csv",
        by_device=True,
        columns=_columns(
            "kind=Soort, brand=Merk, model=Model, serial=Serienummer, purchased=Aanschafdatum, price=Prijs, "
            "status=Status, audience=Gebruik door, location=Lokaal"
        ),
        prices="comma",
    ),
    # Lots: a count, what it is, when it was bought.
    "06UG00": Habit(
        "Driehoek Griendtsveen ICT {month} {year}.xlsx",
        by_device=False,
        sheet="ICT",
        titles=("Inventaris computers De Driehoek Griendtsveen", "bijgewerkt: {day}", ""),
        columns=_columns(
            "count=Aantal, item=Merk en type, kind=Soort, purchased=Aanschaf, price=Prijs per stuk, location=Locatie, "
            "audience=Voor wie, status=Opmerkingen"
        ),
        statuses=STATUS_WHEN_SPECIAL,
        dates="month",
        prices="euro",
        total="totaal devices",
    ),
    "12BH00": Habit(
        "inventaris Kroevert {month} {year}.xlsx",
        by_device=False,
        titles=("Basisschool de Kroevert Kronenberg", "Inventaris ICT, versie {month} {year}", "", ""),
        columns=_columns(
            "count=Aantal, item=Artikel, kind=Soort, purchased=Aanschaf, location=Plaats, audience=Voor wie, "
            "status=Opmerking"
        ),
        kinds=KINDS_IN_SHORT,
        statuses=STATUS_WHEN_SPECIAL,
        dates="school_year",
    ),
    "05GC00": Habit(
        "Schakel - devices {month} {year}.xlsx",
        by_device=False,
        sheet="overzicht",
        titles=("De Schakel Broekhuizenvorst: computers, tablets en borden", ""),
        columns=_columns(
            "count=Stuks, kind=Soort, item=Omschrijving, purchased=Aankoop, price=Stukprijs, location=Groep, "
            "audience=Doelgroep, status=Status"
        ),
        dates="mon-yy",
        fill="EDEDED",
    ),
    "03UW00": Habit(
        "Onder de Wieken ICT {year} {month}.xlsx",
        by_device=False,
        titles=("Onder de Wieken Meterik - ICT", "bijgewerkt: {day}", ""),
        columns=_columns(
            "count=Aantal, kind=Apparaat, item=Merk/type, purchased=Jaar, audience=Voor wie, location=Waar, "
            "status=Bijzonderheden"
        ),
        statuses=STATUS_WHEN_SPECIAL,
        dates="year",
        total="Totaal",
    ),
    "06OR00": Habit(
        "Bottel apparaten {month} {year}.xlsx",
        by_device=False,
        sheet="apparaten",
        titles=("Basisschool De Bottel Lottum", "Overzicht apparaten, stand per {day}", ""),
        columns=_columns(
            "count=Hoeveel, kind=Wat, item=Merk en type, purchased=Gekocht in, price=Bedrag per stuk, location=Waar, "
            "audience=Bestemd voor, support_until=Updates tot, status=Status"
        ),
        dates="month",
        prices="euro",
        fill="FCE4D6",
    ),
    "05EJ00": Habit(
        "peddepoel inventaris {month} {year}.csv",
        by_device=False,
        columns=_columns(
            "count=Aantal, kind=Soort, brand=Merk, model=Type, purchased=Aanschaf, price=Prijs per stuk, "
            "location=Locatie, audience=Doelgroep, support_until=Updates tot, status=Status"
        ),
        dates="month",
        prices="comma",
        encoding="cp1252",
    ),
}

LIGHTER_HABITS: Final = (
    Habit(
        "{school} devices voorjaar 2018.xlsx",
        by_device=False,
        titles=("{school} - overzicht ICT", "bijgewerkt: {day}", ""),
        columns=_columns(
            "count=Aantal, item=Merk en type, kind=Soort, purchased=Aanschaf, location=Plaats, audience=Voor wie, "
            "status=Opmerking"
        ),
        statuses=STATUS_WHEN_SPECIAL,
        dates="month",
        total="Totaal",
    ),
    Habit("Inventaris {school} {month} 2018.xlsx", by_device=False, template=True, dates="month"),
    Habit(
        "ICT {school} 2018.xlsx",
        by_device=True,
        sheet="Devices",
        titles=("Devices {school}", "Stand per {day}", ""),
        columns=_columns(
            "kind=Soort, brand=Merk, model=Type, serial=Serienummer, purchased=Aanschafdatum, status=Status, "
            "audience=Voor wie, location=Groep"
        ),
        fill="DDEBF7",
    ),
    Habit(
        "{school} inventaris 2018.xlsx",
        by_device=False,
        titles=("Inventaris ICT {school}", ""),
        columns=_columns(
            "kind=Soort, count=Aantal, brand=Merk, model=Model, purchased=Jaar, audience=Bestemd voor, status=Status"
        ),
        dates="year",
    ),
)
