"""Kind, brand and model from whatever the list writes of them."""

import pytest

from planning.inventory.values.devices import Description, identify, year_beside


@pytest.mark.parametrize(
    ("written", "kind", "brand", "model"),
    [
        ("ASUS Chromebook C202SA", "chromebook", "Asus", "C202SA"),
        ("Chromebook 11 G5 EE", "chromebook", "HP", "Chromebook 11 G5 EE"),
        ("HP 11 G3", "chromebook", "HP", "Chromebook 11 G3"),
        ("Dell CB 11 (3120)", "chromebook", "Dell", "Chromebook 11 3120"),
        ("Lenovo N22", "chromebook", "Lenovo", "N22 Chromebook"),
        ("HP250 G5", "laptop", "HP", "250 G5"),
        ("L450", "laptop", "Lenovo", "ThinkPad L450"),
        ("TravelMate B117", "laptop", "Acer", "TravelMate B117"),
        ("Ipad2", "tablet", "Apple", "iPad 2"),
        ("ipad mini (2)", "tablet", "Apple", "iPad mini 2"),
        ("iPad (5th gen) 32GB", "tablet", "Apple", "iPad (5e generatie)"),
        ("iPad 2018", "tablet", "Apple", "iPad (6e generatie)"),
        ("Apple Ipad Air 16 gb", "tablet", "Apple", "iPad Air"),
        ("Galaxy\u00a0Tab A (T580)", "tablet", "Samsung", "Galaxy Tab A 10.1"),
        ("Snappet", "tablet", "Snappet", "Snappet tablet"),
        ("Lenovo M72e", "desktop", "Lenovo", "ThinkCentre M72e"),
        ("SMART Board 480 + beamer", "interactive_board", "SMART", "Board SB480"),
        ("beamer Epson", "projector", "Epson", None),
        ("kopieermachine Ricoh", "printer", "Ricoh", None),
        ("printer Epson", "printer", "Epson", None),
        ("Epson EB-X11", "projector", "Epson", "EB-X11"),
        ("Dell Vostro 3902", "desktop", "Dell", "Vostro 3902"),
        ("Dell Vostro 15", "laptop", "Dell", "Vostro 15"),
        ("Accesspoints Aerohive", "network", "Aerohive", None),
        ("Leba NoteCart (laadkast)", "charging_cart", "Leba", "NoteCart"),
        ("Medion Akoya E1", "laptop", "Medion", "Akoya E1"),
    ],
)
def test_brand_and_model_in_one_cell_are_told_apart(written: str, kind: str, brand: str, model: str | None) -> None:
    device = identify(Description(both=written))
    assert (device.kind, device.brand, device.model) == (kind, brand, model)
    assert device.issue is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Vaste  computer", "desktop"),
        ("PC", "desktop"),
        ("Notebook", "laptop"),
        ("CB", "chromebook"),
        ("iPads", "tablet"),
        ("Touchscreen", "interactive_board"),
        ("digibord", "interactive_board"),
        ("laadkast", "charging_cart"),
        ("accesspoint", "network"),
        ("koptelefoon", "other"),
    ],
)
def test_a_kind_is_known_by_its_everyday_names(word: str, kind: str) -> None:
    assert identify(Description(kind=word)).kind == kind


def test_a_computer_is_what_its_model_is() -> None:
    assert identify(Description(kind="computer", brand="Lenovo", model="ThinkCentre M72e")).kind == "desktop"
    assert identify(Description(kind="computer", brand="HP", model="ProBook 450 G3")).kind == "laptop"
    assert identify(Description(kind="computer")).kind == "desktop"


def test_a_chromebook_called_laptop_is_a_chromebook_and_that_is_said() -> None:
    device = identify(Description(kind="Laptop", brand="HP", model="Chromebook 11 G5"))
    assert device.kind == "chromebook"
    assert device.issue is not None
    assert (device.issue.code, device.issue.severity) == ("kind-from-model", "info")


def test_a_cart_for_ipads_is_no_ipad() -> None:
    device = identify(Description(kind="iPad kar"))
    assert (device.kind, device.brand, device.model) == ("charging_cart", None, None)


def test_an_unknown_kind_never_counts_until_a_person_chooses() -> None:
    device = identify(Description(brand="Zebra", model="Q"))
    assert device.kind == "other"
    assert device.issue is not None
    assert device.issue.severity == "must"
    assert device.issue.options[0].change == {"kind": "other"}
    assert {"kind": "laptop"} in [option.change for option in device.issue.options]


def test_the_sheets_name_tells_the_kind_where_its_rows_do_not() -> None:
    assert identify(Description(brand="Zebra", model="Q", sheet_kind="tablet")).kind == "tablet"
    assert identify(Description(both="iPad 2", sheet_kind="laptop")).kind == "tablet"


def test_another_brand_does_not_take_a_model_that_looks_alike() -> None:
    device = identify(Description(kind="laptop", brand="Medion", model="R50"))
    assert (device.brand, device.model) == ("Medion", "R50")


@pytest.mark.parametrize(
    ("written", "brand"), [("hewlett packard", "HP"), ("ASUS ", "Asus"), ("H.P.", "HP"), ("Zebra", "Zebra")]
)
def test_a_brand_has_one_name(written: str, brand: str) -> None:
    assert identify(Description(kind="laptop", brand=written.strip())).brand == brand


def test_a_brand_column_may_hold_the_model_too() -> None:
    device = identify(Description(kind="laptop", brand="HP ProBook 450 G3"))
    assert (device.brand, device.model) == ("HP", "ProBook 450 G3")


def test_names_do_not_stay_in_the_model() -> None:
    assert identify(Description(both="laptop juf Esra")).model_as_written == "laptop"


@pytest.mark.parametrize(
    ("text", "year"),
    [("Chromebook HP (2016)", 2016), ("HP 250 G5 2017", 2017), ("Ricoh C2003", None), ("Canon MX-2017", None)],
)
def test_a_year_that_is_part_of_a_number_is_none(text: str, year: int | None) -> None:
    assert year_beside(text) == year


@pytest.mark.parametrize(
    ("written", "brand", "model"),
    [
        ("CTOUCH 65", "CTouch", 'Touchscreen 65"'),
        ("CTouch Laser Sky 65", "CTouch", 'Laser sky 65"'),
        ("Touchscreen 65 inch", None, "Touchscreen 65 inch"),
        ("Samsung Galaxy Tab A", "Samsung", "Galaxy Tab A"),
        ("Lenovo Tab 4", "Lenovo", "Tab 4"),
        ("Samsung Chromebook", "Samsung", None),
        ("Chromebox", None, None),
    ],
)
def test_no_model_is_read_that_the_text_does_not_name(written: str, brand: str | None, model: str | None) -> None:
    device = identify(Description(both=written))
    assert (device.brand, device.model) == (brand, model)


@pytest.mark.parametrize("written", ["laptop juf/mr", "laptop v/d leerkracht", "laptop groep 4", "laptops lkr gr 5/6"])
def test_whose_a_device_is_names_no_model(written: str) -> None:
    assert identify(Description(both=written)).model is None


def test_a_number_beside_whose_it_is_may_be_a_models() -> None:
    assert identify(Description(both="laptop X201 lkr")).model == "laptop X201 lkr"
    assert identify(Description(both="HP 1234 lkr")).model == "1234 lkr"


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("HP 430 G4", "ProBook 430 G4", "laptop"),
        ("HP 430", "ProBook 430", "laptop"),
        ("hp 250", "250", "laptop"),
        ("Dell 3380", "Latitude 3380", "laptop"),
        ("Lenovo E470", "ThinkPad E470", "laptop"),
        ("HP 800 G1", "EliteDesk 800 G1", "desktop"),
    ],
)
def test_a_model_is_known_without_the_name_of_its_line(said: str, name: str, kind: str) -> None:
    found = identify(Description(both=said))
    assert (found.model, found.kind) == (name, kind)
    assert identify(Description(both="HP 11")).kind == "other"  # of several kinds


@pytest.mark.parametrize(
    ("written", "kind"),
    [("20J4S03Q00", "laptop"), ("20J4", "laptop"), ("10M8S0AX00", "desktop"), ("ZA1H0019SE", "tablet")],
)
def test_a_lenovo_is_known_by_the_machine_type_that_windows_gives_as_its_model(written: str, kind: str) -> None:
    device = identify(Description(brand="LENOVO", model=written))
    assert (device.kind, device.brand, device.issue) == (kind, "Lenovo", None)


@pytest.mark.parametrize(("brand", "written"), [("HP", "20J4S03Q00"), ("Lenovo", "2016")])
def test_of_another_make_such_a_code_tells_nothing_and_a_year_is_none(brand: str, written: str) -> None:
    assert identify(Description(brand=brand, model=written)).issue
