"""What nobody claims of a cell's words: asked where it has the shape of a state, left alone where it has not."""

import pytest

from planning.inventory.values.claims import residue


@pytest.mark.parametrize(
    "text",
    [
        "ligt bij iFix", "nog niet teruggezien", "verbrand bij brand gymzaal", "naar de firma", "defcet", "vermsit",
        "wacht op iemand", "mist een toets", "omgewisseld", "retourtje", "moet nog eens gekeken",
        "stoort", "sent to the shop", "terecht", "overgedragen", "opnieuw uitgeserveerd",
    ],
)  # fmt: skip
def test_words_in_the_shape_of_a_state_are_asked_about(text: str) -> None:
    left = residue(text)
    assert left.tells, left


@pytest.mark.parametrize(
    "text",
    [
        "blauwe hoes", "nieuw scherm in 2018", "staat in lokaal 4", "tas erbij", "is van juf Annelies", "HP 14 G4",
        "oplader defect geweest", "hoezen versleten", "getest en gelabeld", "Acer Chromebook C740 (11 inch)",
        "met stylus", "kar 2, plank 3", "wachtwoord op sticker", "gekocht bij Heutink", "zie factuur 71329", "",
    ],
)  # fmt: skip
def test_colours_things_rooms_and_people_are_not(text: str) -> None:
    left = residue(text)
    assert not left.tells, left


def test_a_question_mark_is_a_doubt_whatever_stands_by_it() -> None:
    assert residue("blauwe hoes?").doubts
    assert residue("?").doubts


@pytest.mark.parametrize(
    "text",
    [
        "huurcontract loopt tot 2019",
        "beamer hangt er apart bij",
        "een sleutel ligt bij de directie",
        "vaste opstelling",
        "jaar valt buiten de foto",
        "serienummer staat niet op de lijst",
        "verhuislijst",
        "verzekeringsgeld",
        "heeft nieuwe accu gehad",
        "bijgekocht april 2018",
        "staat in de weg",
    ],
)
def test_what_is_said_of_another_thing_tells_nothing_of_the_device(text: str) -> None:
    assert not residue(text).tells


@pytest.mark.parametrize(
    "text", ["scherm gaat steeds uit", "drie hebben kuren", "apparaat ligt ergens", "ligt bij de buurman"]
)
def test_what_is_said_of_the_device_or_a_piece_of_it_is_asked(text: str) -> None:
    assert residue(text).tells
