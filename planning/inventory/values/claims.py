"""Who claims which words of a cell, and whether what nobody claims may say how a device does: then a person is asked.

No table holds every word for a state. What can be known is the shape such words have: something was done with the
device ("opgestuurd"), it went or stands somewhere that is no room of the school ("ligt bij …"), it does not do
something ("gaat niet …"), or a word is close to one we know ("defekt").
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from planning.core.text import Tokens, tokens, word_set
from planning.inventory.values.counts import NUMBER_WORDS
from planning.inventory.values.people import without_people
from planning.inventory.values.status import ALONG, PARTS, read_remark, said_of_now
from planning.inventory.values.storage import STORAGE_UNITS
from planning.inventory.words.cell_words import cell_words, device_words, model_words, models

_SUBJECTS: Final = (
    "status", "count_doubt", "unknown", "place", "pupil_place", "audience", "kind", "weak_kind", "brand", "not_bought",
    "ended",
)  # fmt: skip
_HARMLESS: Final = (
    ALONG
    | frozenset(STORAGE_UNITS)
    | word_set(
        "korting aanbieding levering uitleg toelichting legenda "
        "de het een t n en of ook met in op te er ze hij hem die dat dit deze van voor tot om door per als bv via ivm "
        "i v m nog al wel nu heel erg zeer vrij beetje maar zelf eigen samen alleen vooral rood rode blauw blauwe "
        "groen groene geel gele zwart zwarte wit witte grijs grijze roze paars paarse oranje zilver goud kleur red "
        "blue green yellow black white grey pink purple orange silver accu batterij scherm beeldscherm toetsenbord "
        "nummer nr naam dock headset usb hdmi licht licentie nieuw nieuwe oude zwaar klein groot kleine grote eerste "
        "tweede derde serie type merk model jan feb febr mrt apr mei jun jul aug sep sept okt nov dec januari "
        "februari maart april juni juli augustus september oktober november december maandag dinsdag woensdag "
        "donderdag vrijdag jaar maand week dag gekocht aangeschaft aangekocht aanschaf aankoop factuur garantie prijs "
        "euro btw incl excl school schooljaar groep the a an and with for to on at rest test recht echt internet "
        "project budget format pocket set sets allen ieders zelfde hetzelfde ander andere verschillende diverse "
        "allerlei ongeveer circa ca totaal stuks stuk st x elk elke ieder iedere alle allemaal beide veel weinig meer "
        "minder soms vaak altijd sinds vanaf tijdens na vanuit tussen boven beneden onder achter naast tegen links "
        "rechts voorin achterin les lessen rekenen taal lezen spelling muziek techniek gym plusklas plusgroep "
        "kinderen kind leerling leerlingen lln team wifi netwerk account accounts software app apps update updates "
        "licenties beheer beheerd ict ie hun haar mijn ons onze subsidie ouderraad mr stichting bestuur gemeente "
        "actie sponsor sponsorloop collectief raamcontract offerte order bon ordernummer factuurnummer "
        "inventarisnummer label etiket qr code barcode lader opgeborgen refurbished tweedehands 2e hands occasion "
        "demo demomodel origineel standaard extra uitbreiding upgrade geheugen ram ssd hdd inch touch "
        "touchscreen draaibaar omklapbaar 2in1 intel celeron pentium core cpu mediatek windows win chrome os ios "
        "office zilvergrijs antraciet space gray prima goed top super fijn mooi stevige stevig handig mooie goede "
        "werkplek werkplekken instructie presentatie whiteboard touchbord wandbeugel ding dingen apparaatje beugel "
        "wat we wij ons jullie gehad net amper binnenkort straks later eerst plafond verrijdbaar "
        "statief lift hoogte verstelbaar ophanging muur wand tafel bureau sim simkaart simkaartje "
        "wachtwoord wachtwoorden binnenkant deur verhuizing nieuwbouw verbouwing meeverhuizen krassen kras potje "
        "verzekeren verzekerd gelabeld labelen"
    )
)
"""Words that say nothing of how a device does."""
_NOT: Final = word_set("niet geen nooit nergens niks niets zonder not never without")
_DOES: Final = word_set(
    "ligt liggen staat staan zit zitten zat lag stond is zijn was waren gaat gaan ging gingen moet moeten mag mogen "
    "kan kunnen komt komen kwam heeft hebben wordt worden werd doet doen deed werkt werken blijft blijven hangt valt "
    "viel start laadt loopt houdt stopt stoppen vervalt vervallen eindigt eindigen mist missen has is was needs must "
    "goes went"
)
"""What a device does or is: with words nobody knows it says how it does."""
_WHERETO: Final = word_set("naar bij aan richting tbv to by")
_BOUGHT: Final = word_set("gekocht aangeschaft aangekocht aanschaf aankoop bought")
_FATE: Final = re.compile(
    r"(?:defe[ck]|kapot|kapp?ot|stuk$|barst|breuk|gebrok|schade|beschad|repar|reper|herstel|retou?r|terug|kwijt|zoek|verdw|"
    r"verlor|vermis|dief|inbraa|sloop|slop|schroo?t|kringl|afval|vuil|stort|afge|afvoer|weg(?:$|ge)|inge|inrui|inlev|omrui|"
    r"verval|verko|schenk|leen|uitle|bruikl|thuis|bestel|onderweg|verwacht|reserv|opslag|zolder|ongebr|leeg|dood|"
    r"kaduu|stoor|storing|fout|proble|mank|haper|traag|slecht|brak|versle|buiten|donor|lek$|vast$|vastg|crash|einde|over$|wacht(?:t|en|end)?$|"
    r"rip$|return|broke|lost|miss|stole|repair|dead|damag|fault|replac|swap|spare|loan|lent|sold|dispos|gone|weer$|"
    r"inmidd|container|milieu|teruggev|terecht|tijdel|oud$|afsch)"
)
"""How words open that tell of a device's fate, in whatever form."""
_DONE: Final = re.compile(
    r"(?:[a-z]{2,5})?ge(?!b(?:ied|ouw|ruik)|deel|geven|heel|heug|mak|meen|reed|sprek|tal|voel|woon|zicht|zin)[a-z]{2,}(?:d|t|en)"
    r"|(?:ver|be|ont|her)[a-z]{3,}[dt]"
)
"""A participle: what was done with a device. "ge-" is no prefix in "gebouw"."""
_NOT_DONE: Final = word_set(
    "vastgezet gemonteerd vastgeschroefd vastgemaakt ingebouwd "
    "geel getal geluid geluiden gemeente gezet gelabeld gestickerd genummerd gemerkt gegraveerd getest "
    "gecontroleerd gekoppeld gekocht aangeschaft geregistreerd ingesteld geplaatst opgehangen verlengd verdeeld "
    "vergadering bestand bekend bericht beeld best bestuur bewaard bevestigd benut gesteund betaald gefactureerd "
    "aangesloten voorzien geupdate bijgewerkt verzekerd gedeeld gemiddeld gebruikt bediend beamer toegevoegd "
    "toegewezen verbonden gereset geinstalleerd opgenomen aangemeld ingeschreven ingericht voorbereid "
    "schoongemaakt opgeschoond uitgepakt getagd gesponsord gefinancierd verplaatst verhuisd gedoneerd geschonken "
    "verkregen gekregen ontvangen opgeborgen doorgeschoven overgenomen overgekomen overgeheveld meegekomen "
    "doorgegeven afgestemd uitgedeeld uitgerust uitgebreid gehuurd geleased gesticker ingescand gescand bewerkt "
    "vermeld beheerd bijgekocht bijbesteld meegekocht aangevuld"
)
"""Participles that leave a device as it is."""
_WITH: Final = word_set("met zonder incl inclusief excl exclusief en plus with without and")
_CLAUSES: Final = re.compile(r"[;,.()/!]|\s-\s|\bmaar\b|\bbut\b")
_VERB: Final = re.compile(r"[a-z]{2,}[bcdfghjklmnpqrsvwxz]t")
"""As a device does something: "hapert", "bolt", "piept"."""
_NOUN: Final = re.compile(
    r"(?:bouw|groep|klas|lokaal|kamer|plein|zaal|ruimte|hoek|kast|kar|school|leerlingen|leerling|leerkracht|team|laptop|tablet|"
    r"kleuters?|juf|meester|les|lessen|methode|software|licentie|nummer|sticker|hoes|oplader|lader|scherm|toetsenbord|"
    r"bord|printer|gebruik|project|uur|jaar|pakket|budget|fonds|raad|versie|model|kleur|formaat|systeem|beheer)$"
)
"""What words that are put together end in where they name a place, people or a thing."""
_PAPER: Final = re.compile(
    r"(?:lijst|overzicht|formulier|bericht|staat|kaart|opdracht|rapport|tijd|dienst|recht|geld)$"
)
"""What words that are put together end in where they name a paper: "verhuislijst" is nothing that was done."""
_MARKUP: Final = re.compile(r"[<>{}\\|=]|https?:|www\.")
_BROKEN_OFF: Final = word_set("eraf los uit eruit af stukje krom dof zwart blanco half ertussen ingedeukt scheef nat")
_PIECES: Final = PARTS | word_set(
    "touchpad trackpad muispad scharnier scharnieren klep klepje camera webcam geluid speaker luidspreker microfoon "
    "poort usbpoort laadpoort knop knoppen homeknop aanknop stroom beeld beeldbuis achterkant behuizing kap deksel "
    "wielen wiel slot letter letters pixels streep strepen vlek vlekken kras krassen deuk hoekje hoek ventilator"
)
_DIRECTIONS: Final = word_set("boven beneden achter achterin voor voorin links rechts naast onderin bovenin gang hal")
"""Beside these a word nobody knows is a place."""
_OUT_OF: Final = word_set("uit buiten op onder bij naar om van aan in")
_ARTICLES: Final = word_set("de het een t n")
_PRONOUNS: Final = word_set("deze die dit dat hij ze zij er alles niets iets alle sommige this that it they all some")
_OF_THE_LIST: Final = word_set(
    "jaar jaartal aankoopjaar aanschafjaar datum aankoopdatum aanschafdatum prijs aankoopprijs aanschafprijs bedrag "
    "merk type model typenummer modelnummer serienummer serienummers nummer cijfer year date price serial"
)
"""What a list says of devices: a sentence on one of these says nothing of how they do."""
_THE_DEVICE: Final = word_set(
    "apparaat apparaten device devices toestel ding laptop laptops chromebook chromebooks tablet tablets ipad ipads pc "
    "computer computers exemplaar exemplaren stuk stuks"
)
_LEAST_NOUN: Final = 4  # letters
_FEW: Final = 3  # words
_CLOSE: Final = 5  # letters; a slip in a shorter word makes another word


class Telling(Enum):
    """How much of a text is about the state of a device."""

    NOTHING = "nothing"
    PARTLY = "partly"
    WHOLLY = "wholly"


@dataclass(frozen=True, slots=True)
class Residue:
    """What is left of a text when everybody claimed what is theirs."""

    words: Tokens  # unclaimed, without those that say nothing
    tells: bool  # they may say how the device does
    doubts: bool  # a question mark stands by it
    hints: bool = False  # they are built as remarks on the state are, and as others
    few: bool = False  # nothing else is said, and in a few words

    @property
    def asks(self) -> bool:
        """A person is to say what it means."""
        return self.tells or self.doubts


NOTHING_LEFT: Final = Residue((), tells=False, doubts=False)


@lru_cache(maxsize=8192)
def residue(text: str) -> Residue:
    """What no reader understands of a text on a device."""
    said = tokens(_of_the_device(without_people(said_of_now(text))))
    if not said:
        return Residue((), tells=False, doubts=True) if "?" in text else NOTHING_LEFT
    taken = _claimed(said)
    left = [place for place in range(len(said)) if place not in taken]
    content = [
        place
        for place in left
        if not said[place].isdigit() and len(said[place]) > 1 and said[place] not in _HARMLESS | _DOES | _WHERETO
    ]
    words = tuple(said[place] for place in content)
    if _is_of_another(said):
        return Residue(words, tells=False, doubts="?" in text)
    tells = any(_is_telling(said, place, left, content) for place in left)
    unknown = [place for place in content if _is_unknown(said[place])]
    hints = tells or _is_hinting(text, said, unknown)
    few = 0 < len(unknown) <= _FEW and not _MARKUP.search(text) and _DIRECTIONS.isdisjoint(said)
    few = few and all(place in unknown or said[place] in _HARMLESS for place in range(len(said)))
    return Residue(words, tells=tells, doubts="?" in text, hints=hints, few=few)


def _is_of_another(said: Tokens) -> bool:
    """A sentence on a thing that is no part of a device: "huurcontract loopt tot 2019", "beamer hangt er apart bij"."""
    verb = next((place for place, word in enumerate(said) if word in _DOES), 0)
    subject = [word for word in said[:verb] if word not in _ARTICLES and not word.isdigit()]
    if len(subject) == 1 and subject[0] in _OF_THE_LIST:
        return True  # "jaar valt buiten de foto"
    if len(subject) != 1 or subject[0] in _THE_DEVICE or any(_FATE.match(word) for word in said):
        return False
    no_thing = _PIECES | _PRONOUNS | NUMBER_WORDS.keys()
    return subject[0] not in no_thing and len(subject[0]) >= _LEAST_NOUN


def _is_unknown(word: str) -> bool:
    return word not in _NOT_DONE and word not in device_words() and not _NOUN.search(word)


def _is_hinting(text: str, said: Tokens, unknown: list[int]) -> bool:
    """Words nobody knows stand where a remark says how a device does: "uit de running", "toets H eraf", "hapert"."""
    if not unknown or _MARKUP.search(text):
        return False
    words = [said[place] for place in unknown]
    if any(_VERB.fullmatch(word) for word in words) or not _BROKEN_OFF.isdisjoint(words):
        return True
    if _tells_of_piece(said):
        return True
    before = said[: unknown[0]]
    return bool(before) and before[0] in _OUT_OF and all(word in _ARTICLES for word in before[1:])


def _tells_of_piece(said: Tokens) -> bool:
    """Words on a piece of a device: "toets H eraf"; "met touchscreen" and "klittenband op klep" say what it has."""
    pieces = [place for place, word in enumerate(said) if word in _PIECES]
    return bool(pieces) and said[0] not in _WITH and not (pieces[0] and all(said[p - 1] in _OUT_OF for p in pieces))


def tells_of_state(text: str) -> Telling:
    """Whether a text says how a device does, in words we know or in their shape."""
    remark = read_remark(text)
    if remark.status and remark.whole:
        return Telling.WHOLLY
    away = remark.status not in (None, "in_use") or remark.part is not None
    return Telling.PARTLY if away or residue(text).tells else Telling.NOTHING


def _of_the_device(text: str) -> str:
    """Without what is said of a thing that comes with it: "oplader defect geweest; nu ok"."""
    if ALONG.isdisjoint(tokens(text)):
        return text
    return " ".join(clause for clause in _CLAUSES.split(text) if not _is_of_a_thing(tokens(clause)))


def _is_of_a_thing(said: Tokens) -> bool:
    subjects = (place for place, word in enumerate(said) if word in ALONG)
    return PARTS.isdisjoint(said) and any(place == 0 or said[place - 1] not in _WITH for place in subjects)


def _claimed(said: Tokens) -> set[int]:
    """The places of the words that some table knows."""
    found: set[int] = set()
    for phrases in (models()[0], *map(cell_words, _SUBJECTS)):
        for hit in phrases.find(said):
            # "niet kapot" is not what "kapot" stands for
            if hit.start == 0 or said[hit.start - 1] not in _NOT:
                found.update(range(hit.start, hit.end))
    return found | {place for place, word in enumerate(said) if word in model_words().codes}


def _is_telling(said: Tokens, place: int, left: list[int], content: list[int]) -> bool:
    word = said[place]
    if word in _NOT:
        return not _is_outside(said, place)
    if word in _DOES:
        return bool(content) and not cell_words("place").find(said)  # "staat op de server"
    if word in _WHERETO:
        bought = place > 0 and said[place - 1] in _BOUGHT
        return not bought and (place + 1 in content or (place + 2 in content and place + 1 in left))
    if word in _HARMLESS or word in _NOT_DONE or len(word) < 3:
        return False
    return bool(_FATE.match(word) or (_DONE.fullmatch(word) and not _PAPER.search(word)) or _is_close(word))


def _is_outside(said: Tokens, place: int) -> bool:
    """ "Niet in een kar" says where devices are not, and nothing else."""
    hit = next((hit for hit in cell_words("place").find(said) if hit.end == len(said)), None)
    between = said[place + 1 : hit.start] if hit else ()
    return bool(between) and between[0] in _OUT_OF and all(word in _OUT_OF | _ARTICLES for word in between)


@lru_cache(maxsize=2048)
def state_spelled(text: str) -> str:
    """The whole of a text as the state it was meant to be, where slips alone keep it from one: "deffect", "reperatie".

    "" where it is no state however it is spelled, where it is one as it stands, and where it may be one of two.
    """
    if read_remark(text).understood or not text.strip():
        return ""
    words = [(word, _slips_of(word)) for word in tokens(text)]
    if any(len({read_remark(known).status for known in near}) > 1 for _, near in words):
        return ""
    meant = " ".join(min(near, default=word) for word, near in words)
    remark = read_remark(meant)
    return meant if remark.whole and remark.status else ""


def _slips_of(word: str) -> frozenset[str]:
    """The states a word may be a slip of; with an ending to it, a state is another word: "reserved"."""
    return (
        frozenset(known for known in _near(word) if not word.startswith(known)) if len(word) > _CLOSE else frozenset()
    )


def _is_close(word: str) -> bool:
    """One slip away from a word for a state, and no other word we know."""
    return bool(_near(word))


@lru_cache(maxsize=8192)
def _near(word: str) -> frozenset[str]:
    """The words for states that a word nobody knows is one slip away from."""
    if len(word) < _CLOSE or word in device_words():
        return frozenset()
    near = (known for known in _state_words() if known[0] == word[0] and abs(len(known) - len(word)) <= 1)
    return frozenset(known for known in near if OSA.distance(word, known, score_cutoff=1) <= 1)


@lru_cache(maxsize=1)
def _state_words() -> frozenset[str]:
    return frozenset(word for word in device_words() if len(word) >= _CLOSE and read_remark(word).status)
