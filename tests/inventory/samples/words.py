"""What coordinators write: devices, people, schools, rooms, and the words for status and absence."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

PUPIL_KINDS = ("chromebook", "laptop", "tablet", "desktop")


T = TypeVar("T")


class Voice(Random):
    """Chance with a manner of speaking: another coordinator has other words for the same things."""

    other = False

    def say(self, usual: Sequence[T], other: Sequence[T]) -> T:
        return self.choice(other if self.other else usual)


@dataclass(frozen=True)
class Model:
    """A device as the trade knows it, with the ways a school writes it."""

    kind: str  # Dutch, as in a truth file
    brand: str
    name: str
    spellings: tuple[str, ...]
    price: int  # euros, about

    def spelled(self, rng: Voice) -> str:
        return rng.say(self.spellings, OTHER_SPELLINGS[self.name])

    def names_brand(self, text: str) -> bool:
        return plain(self.brand) in plain(text)


def plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


CHROMEBOOKS = (
    Model("chromebook", "Acer", "C720", ("Acer C720", "Acer C720 Chromebook", "Chromebook Acer C720"), 249),
    Model("chromebook", "Acer", "Chromebook 11 C740", ("Acer C740", "Chromebook 11 C740", "Acer Chromebook C740"), 259),
    Model("chromebook", "HP", "Chromebook 11 G3", ("HP 11 G3", "HP Chromebook 11 G3", "Chromebook HP 11 G3"), 239),
    Model("chromebook", "HP", "Chromebook 11 G5 EE", ("HP Chromebook 11 G5 EE", "Chromebook HP 11 G5"), 265),
    Model("chromebook", "Asus", "C202SA", ("ASUS Chromebook C202SA", "Asus C202", "Chromebook Asus C202"), 255),
    Model("chromebook", "Lenovo", "N22 Chromebook", ("Lenovo N22", "N22 Chromebook", "Lenovo N22 Chromebook"), 245),
    Model("chromebook", "Dell", "Chromebook 11 3120", ("Dell CB 11 (3120)", "Dell Chromebook 3120"), 260),
)
TABLETS = (
    Model("tablet", "Apple", "iPad 2", ("iPad 2", "ipad2", "Apple iPad 2"), 399),
    Model("tablet", "Apple", "iPad Air", ("iPad Air", "Apple iPad Air 16 gb"), 429),
    Model("tablet", "Apple", "iPad mini 2", ("iPad mini 2", "ipad mini (2)", "Apple iPad mini 2"), 289),
    Model("tablet", "Apple", "iPad (5e generatie)", ("iPad (5e generatie)", "iPad 2017", "iPad 5e gen"), 335),
    Model("tablet", "Samsung", "Galaxy Tab A 10.1", ("Samsung Tab A 10.1", "Samsung Galaxy Tab A"), 179),
)
LAPTOPS = (
    Model("laptop", "HP", "ProBook 450 G3", ("HP ProBook 450 G3", "HP Probook 450 G3", "laptop HP ProBook 450"), 589),
    Model("laptop", "Lenovo", "ThinkPad L450", ("Lenovo Thinkpad L450", "Lenovo ThinkPad L450"), 619),
    Model("laptop", "Acer", "TravelMate B117", ("Acer Travelmate B117", "Acer TravelMate B117"), 349),
    Model("laptop", "Toshiba", "Satellite Pro R50", ("Toshiba Satellite Pro R50", "Toshiba R50 laptop"), 459),
)
DESKTOPS = (
    Model("desktop", "Lenovo", "ThinkCentre M72e", ("Lenovo M72e", "Lenovo ThinkCentre M72e"), 419),
    Model("desktop", "Dell", "OptiPlex 3020", ("Dell OptiPlex 3020", "Dell Optiplex 3020"), 449),
    Model("desktop", "HP", "Compaq 6005 Pro", ("HP Compaq 6005", "HP Compaq 6005 Pro"), 389),
)
BOARDS = (
    Model("digibord", "Prowise", 'Touchscreen 65"', ("Prowise touchscreen 65 inch", 'Prowise digibord 65"'), 2450),
    Model("digibord", "CTOUCH", 'Laser sky 65"', ("CTouch Laser Sky digibord", 'C-Touch touchscreen 65"'), 2200),
    Model("digibord", "SMART", "Board SB480", ("SMART Board SB480", "Smartboard SB480"), 1750),
)
OTHERS = (
    Model("beamer", "Epson", "EB-X04", ("Epson EB-X04", "beamer Epson EB-X04"), 449),
    Model("printer", "Ricoh", "MP C2003", ("Ricoh MP C2003 printer", "kopieermachine Ricoh MP C2003"), 2900),
    Model("laadkar", "Leba", "NoteCart 32", ("laadkar Leba NoteCart", "Leba NoteCart laadkast"), 1190),
)
PUPIL_MODELS = CHROMEBOOKS + TABLETS
COUNTED = CHROMEBOOKS + TABLETS + LAPTOPS + DESKTOPS
ALL = COUNTED + BOARDS + OTHERS

OTHER_SPELLINGS = {
    "C720": ("acer c720 chromebook 11,6", "C720 (Acer)", "Acer Chromebook C720 2gb"),
    "Chromebook 11 C740": ("acer c740", "Acer C740 chromebook 11.6 inch", "Chromebook Acer C740-C3P1"),
    "Chromebook 11 G3": ("hp 11 g3", "Hp chromebook 11 G3 ", "HP Chromebook 11-G3"),
    "Chromebook 11 G5 EE": ("HP 11 G5 EE", "hp chromebook 11 g5", "HP CB 11 G5"),
    "C202SA": ("asus c202", "ASUS C202SA chromebook", "Asus  Chromebook C202"),
    "N22 Chromebook": ("lenovo n22", "Lenovo N22 (chromebook)", "LENOVO N22"),
    "Chromebook 11 3120": ("Dell chromebook 11 3120", "dell 3120 chromebook", "DELL Chromebook 11"),
    "iPad 2": ("I-pad 2", "apple ipad 2 16GB", "IPAD 2"),
    "iPad Air": ("ipad air 16gb", "Apple I-pad Air", "iPad  Air"),
    "iPad mini 2": ("ipad mini 2 wifi", "Apple iPad Mini 2", "iPad Mini (2)"),
    "iPad (5e generatie)": ("iPad 5th gen 32GB", "iPad (2017)", "Apple iPad 9,7 (2017)"),
    "Galaxy Tab A 10.1": ("Galaxy Tab A (T580)", "samsung galaxy tab a", "Samsung tablet Tab A"),
    "ProBook 450 G3": ("hp probook 450", "HP ProBook 450-G3 laptop", "Hp 450 G3"),
    "ThinkPad L450": ("lenovo L450", "Lenovo Thinkpad L-450", "Thinkpad L450 Lenovo"),
    "TravelMate B117": ("acer travelmate b117", "Acer TM B117", "Acer TravelMate B117-M"),
    "Satellite Pro R50": ("toshiba satellite r50", "Toshiba Sat. Pro R50", "Toshiba laptop Satellite Pro"),
    "ThinkCentre M72e": ("lenovo m72e", "Lenovo Thinkcentre M72", "pc Lenovo M72e"),
    "OptiPlex 3020": ("dell optiplex", "Dell 3020", "pc Dell Optiplex 3020"),
    "Compaq 6005 Pro": ("hp compaq 6005", "Compaq 6005 (HP)", "pc HP Compaq"),
    'Touchscreen 65"': ("prowise 65 inch", "Prowise touch 65''", "Digibord Prowise"),
    'Laser sky 65"': ("ctouch 65 inch digibord", "C Touch Laser Sky 65", "CTOUCH bord"),
    "Board SB480": ("smartboard 480", "SMART Board 480 + beamer", "Smart bord"),
    "EB-X04": ("epson beamer", "Epson EBX04"),
    "MP C2003": ("Ricoh kopieerapparaat", "ricoh mp c2003 kopieermachine"),
    "NoteCart 32": ("oplaadkar Leba", "Leba Notecart 32 (laadkar)"),
}
KIND_WORDS = {
    "chromebook": ("Chromebook", "chromebook", "CB", "Chromebook "),
    "tablet": ("Tablet", "tablet", "tablet "),
    "laptop": ("Laptop", "laptop", "Notebook"),
    "desktop": ("PC", "Desktop", "vaste computer", "computer"),
    "digibord": ("Digibord", "digibord", "Touchscreen"),
    "beamer": ("Beamer", "beamer"),
    "printer": ("Printer", "printer"),
    "laadkar": ("Laadkar", "laadkast"),
}
KIND_PLURALS = {
    "chromebook": ("Chromebooks", "chromebooks", "Chromebook"),
    "tablet": ("iPads", "Tablets", "tablets"),
    "laptop": ("Laptops", "laptops", "Laptop"),
    "desktop": ("PC's", "Vaste computers", "Desktops"),
    "digibord": ("Digiborden", "digibord", "Digibord"),
    "printer": ("Printers", "printer"),
    "beamer": ("Beamers", "beamer"),
}
OTHER_KIND_WORDS = {
    "chromebook": ("CHROMEBOOK", "chrome book", "Chromebook 11 inch"),
    "tablet": ("tablet/ipad", "TABLET", "i-pad of tablet"),
    "laptop": ("schoollaptop", "LAPTOP", "notebook "),
    "desktop": ("computer (vast)", "PC", "werkstation"),
    "digibord": ("smartboard", "digi-bord", "DIGIBORD"),
    "beamer": ("projector", "BEAMER"),
    "printer": ("kopieerapparaat", "PRINTER"),
    "laadkar": ("oplaadkar", "laadkast"),
}
OTHER_PLURALS = {
    "chromebook": ("CHROMEBOOKS", "Chromebook's", "Alle chromebooks"),
    "tablet": ("TABLETS", "Tablets/iPads", "Alle tablets"),
    "laptop": ("LAPTOPS", "Laptop's", "Alle laptops"),
    "desktop": ("COMPUTERS", "Vaste werkplekken (pc)", "Pc's"),
    "digibord": ("DIGIBORDEN", "Digi-borden", "Touchscreens"),
}
OTHER_STATUS_WORDS = {
    "in_gebruik": ("werkt", "werkt goed", "wordt gebruikt", "prima", "IN GEBRUIK"),
    "defect": ("doet het niet", "kapot!", "scherm stuk", "DEFECT"),
    "afgevoerd": ("weggegooid", "naar de milieustraat", "AFGEVOERD", "verkocht"),
    "reserve": ("ligt in de kast", "reserve-exemplaar", "RESERVE"),
    "in_reparatie": ("bij reparateur", "ligt ter reparatie", "IN REPARATIE"),
}
STATUS_WORDS = {
    "in_gebruik": ("in gebruik", "ok", "goed", "In gebruik ", "actief", "OK"),
    "defect": ("defect", "Defect ", "kapot", "stuk"),
    "afgevoerd": ("afgevoerd", "Afgevoerd", "weg (kringloop)"),
    "reserve": ("reserve", "op voorraad", "in de kast"),
    "in_reparatie": ("in reparatie", "ter reparatie"),
    "vermist": ("vermist", "kwijt"),
}
PUPILS = (
    "Emma Smit", "Lucas de Vries", "Fenna de Vries", "Daan Kowalski", "Isa Yilmaz", "Bram Jansen", "Tess Hendriks",
    "Sara de Boer", "Levi Mulder", "Noor van den Berg", "Jayden Bakker", "Yara El Amrani", "Sem Visser", "Lotte Postma",
)  # fmt: skip
TEACHERS = ("juf Esra", "meester Tom", "juf Anneke", "meester Bart", "juf Willemijn", "meester Joost")
SCHOOLS = (
    "OBS De Regenboog", "CBS De Ark", "Daltonschool Het Palet", "IKC Zonnewijzer", "Jenaplanschool De Driehoek",
    "PCB De Wegwijzer", "OBS Het Kompas", "Montessorischool De Boog", "KBS Sint Joris", "OBS De Zandloper",
)  # fmt: skip
PLACES = ("Goes", "Barneveld", "Heerde", "Den Helder", "Emmen", "Ermelo", "Sneek", "Oss")
CORNERS = ("leerplein", "kar 1", "kar 2", "mediatheek", "hal boven", "aula")
UNKNOWN_WORDS = ("?", "onbekend", "-", "weet niet", "n.b.")
FORMULA_LIKE = ("=tab|'vraag'!A0", "<script>alert(1)</script>", "@SUM(1+1)*tab|x!A0", "=1+1")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
LONG_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def serial(rng: Random, model: Model) -> str:
    """A serial number in the maker's own pattern."""
    letters, digits = "BCDFGHJKLMNPQRTVWXYZ", "0123456789"
    if model.brand == "Acer":
        return "NXEF2EH" + "".join(rng.choices(digits + "ABCDEF", k=11)) + "00"
    if model.brand == "HP":
        return "5CD" + "".join(rng.choices(digits, k=4)) + "".join(rng.choices(letters, k=3))
    if model.brand == "Apple":
        return "DM" + "".join(rng.choices(letters + digits, k=9)) + rng.choice(letters)
    if model.brand == "Lenovo":
        return rng.choice(("PF", "LR", "MP")) + rng.choice(letters) + "".join(rng.choices(letters + digits, k=5))
    return rng.choice(letters) + "".join(rng.choices(letters + digits, k=6)) + rng.choice(letters)


def kind_word(rng: Voice, kind: str) -> str:
    """One device of a kind."""
    return rng.say(KIND_WORDS[kind], OTHER_KIND_WORDS[kind])


def plural(rng: Voice, kind: str) -> str:
    """Devices of a kind, as a heading says it."""
    return rng.say(KIND_PLURALS[kind], OTHER_PLURALS[kind])
