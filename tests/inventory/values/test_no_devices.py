"""What stands between devices and is none: things that come with them, work, licences, furniture, household."""

import pytest

from planning.inventory.values.no_devices import names_no_device


@pytest.mark.parametrize(
    "text",
    [
        "koffieapparaat", "Vaatwasser en koelkast personeelskamer", "papiersnijmachine", "electric piano Yamaha",
        "muizen (los)", "hoezen iPad mini", "hoezen chromebook/iPad", "hoes/tas iPad",
        "iPad-hoes blauw", "laptoptassen", "laptop standaard", "stekkerdozen",
        "Installatie laptops", "Afvoeren oude borden", "Montage", "Toner zwart", "Beheerlicentie", "beamerlamp",
        "Ophangbeugels en montage borden", "Verzendkosten chromebooks", "tafels voor computers",
        "Mobiele data (prepaid kaarten)", "Schade aan de deur", "simkaarten", "Kozijn en ruit directiekamer",
        "whiteboard op wieltjes", "verlenging garantie laptops naar 3 jaar", "verlengde licentie chromebooks",
    ],
)  # fmt: skip
def test_a_thing_that_is_no_device_is_known_by_its_head(text: str) -> None:
    assert names_no_device(text)


@pytest.mark.parametrize(
    "text",
    [
        "laptop met tas", "iPad Air 2 incl. hoes", "tas met 3 laptops", "kast met 16 iPads", "touchscreen op lift",
        "digibord + beamer", "laadkast", "oplaadkast chromebooks", "kopieermachine Ricoh", "bureau pc",
        "laptop ICT-beheer",
        "HP 250 G5 (oplader kwijt)", "laptop lader stuk", "chromebooks in kast 2", "MacBook Air", "wifi-kastje",
        "Levering en installatie 20 laptops", "interactief whiteboard", "laptops met verlengde garantie",
    ],
)  # fmt: skip
def test_a_device_is_one_whatever_comes_with_it(text: str) -> None:
    assert not names_no_device(text)


@pytest.mark.parametrize("text", ["snoeren en een paar tablets", "hoezen plus 3 iPads"])
def test_devices_behind_things_are_devices(text: str) -> None:
    assert not names_no_device(text)
    assert names_no_device("hoezen en laders iPad")


@pytest.mark.parametrize(
    "text",
    [
        *("Verzekering chromebooks schooljaar 16-17", "VERZEKERING LAPTOPS", "verz. chromebooks", "Verzek. iPads"),
        *("Schadeverzekering iPads jaar 2", "verzekeringspremie laptops", "Eigen risico chromebook", "Uitrol laptops"),
    ],
)
def test_what_is_paid_for_devices_is_none(text: str) -> None:
    assert names_no_device(text)


@pytest.mark.parametrize(
    "text",
    [
        *("chromebook/hoes", "hoes/chromebook", "iPad Air 2 / hoesje", "tablet met simkaart", "laptop bij de deur"),
        *("chromebook incl. verzekering", "20 chromebooks met verzekering", "Chromebook + verzekering"),
        *(
            "tablet met simkaart",
            "laptop bij de deur",
            "laptop + oplader",
            "iPad+hoes",
            "HP ProBook & oplader",
            "oplader + laptop",
        ),
    ],
)
def test_a_device_with_what_comes_with_it_is_one(text: str) -> None:
    assert not names_no_device(text)
