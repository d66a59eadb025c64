"""Schools in the units of a device management."""

from planning.inventory.values.units import units_of_categories, units_of_names, units_of_paths


def test_the_level_of_a_path_that_names_schools_is_found() -> None:
    units = units_of_paths(
        ["/Students/De Twister/Groep 7", "/Students/De Twister/Groep 8", "/Students/OBS Het Kompas/Kar 1", "/Staff", ""]
    )
    assert units is not None
    assert units.schools == ("De Twister", "OBS Het Kompas")
    assert units.school_of("/Students/De Twister/Groep 7") == "De Twister"
    assert units.school_of("/Staff") is None
    assert units.place_in("/Students/De Twister/Groep 7") == "Students, Groep 7"


def test_a_board_above_its_schools_is_passed_over() -> None:
    units = units_of_paths(["/Dynamiek/De Twister", "/Dynamiek/Willem van Oranje/Leerlingen"])
    assert units is not None
    assert (units.level, units.schools) == (1, ("De Twister", "Willem van Oranje"))


def test_groups_rooms_kinds_and_people_name_no_school() -> None:
    assert units_of_paths(["/Leerlingen/Groep 7", "/Leerlingen/Groep 8", "/Personeel", "/Reserve"]) is None
    assert units_of_paths(["/Chromebooks/Onderbouw", "/Chromebooks/Bovenbouw", "/iPads/Kar 1"]) is None
    assert units_of_paths(["/a.smit@school.example", "/b.smit@school.example"]) is None


def test_one_name_for_all_devices_splits_nothing() -> None:
    assert units_of_paths(["/De Twister/Groep 7", "/De Twister/Groep 8"]) is None
    assert units_of_paths([]) is None


def test_a_category_names_its_school_by_code_or_in_full() -> None:
    coded = units_of_categories(["DT-Leerling", "DT-Leerkracht", "DK-Leerling", "DK-Leerling"])
    assert coded is not None
    assert coded.school_of("DT-Leerkracht") == "DT"
    full = units_of_categories(["De Twister", "De Twister", "Het Kompas", ""])
    assert full is not None
    assert full.school_of("Het Kompas") == "Het Kompas"
    assert units_of_categories(["Leerlingen", "Personeel", "Laptops"]) is None


def test_of_a_device_name_only_letters_that_several_devices_share_are_a_school() -> None:
    units = units_of_names(["DT-LT-001", "DT-LT-002", "DK-EMMA", "DK-003"])
    assert units is not None
    assert units.schools == ("DT", "DK")
    assert units.school_of("EV-Laptop") is None
    assert units_of_names(["Emma-laptop", "Emma-ipad", "Bram-laptop", "Bram-ipad"]) is None
    assert units_of_names(["EV-LAPTOP", "BS-LAPTOP", "KJ-LAPTOP"]) is None
    assert units_of_names(["DESKTOP-1A2B", "DESKTOP-3C4D", "LAPTOP-5E6F", "LAPTOP-7G8H"]) is None
