"""Exports of device managements: real headings, invented rows; what they say is read, whom they name is not."""

import csv
import json
import random
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO

import pytest

from planning.core.paths import REFERENCE
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import FIELDS, Reading
from planning.inventory.recognise.layouts.exports import ROLES
from planning.inventory.recognise.layouts.products import products
from planning.inventory.words.messages import advice, layout_name, message, refusal
from planning.inventory.write.report_json import to_json
from planning.workbooks.model import FileRefused
from tests.inventory.lists import column, problem_places, read

DAY = date(2021, 3, 1)
GOOGLE_ADMIN = (
    "deviceId,serial number,model,last sync,first sync,os version,org unit path,provision status,asset id,"
    "annotated user,annotated location,annotated notes,ethernet mac address,wifi mac address,auto update expiration,"
    "boot mode,last known network,platform version,firmware version,last enrollment reason,last policy request,"
    "active time ranges,recent users,wifi signal strength,storage total (bytes),storage free (bytes),ram total (bytes),"
    "ram free (bytes),cpu temp (celsius),public ip address,ip address,last policy sync time,boot mode,"
    "activity report device state,boot mode,notes"
)
GOOGLE_SHEET = (
    "Serial Number,Org Unit Path,Location,AssetID,User,Notes,Most Recent User,OS Version,Last Sync,Status,MAC,AUE,Model"
)
GAM = (
    "deviceId,annotatedAssetId,annotatedLocation,annotatedUser,autoUpdateExpiration,lastEnrollmentTime,lastSync,"
    "macAddress,manufactureDate,model,notes,orgUnitPath,recentUsers,recentUsers.0.email,recentUsers.0.type,"
    "serialNumber,status"
)
GAM_BASIC = "deviceId,annotatedAssetId,annotatedLocation,annotatedUser,lastSync,notes,serialNumber,status"
INTUNE = (
    "Device ID,Device name,Enrollment date,Last check-in,{entra} Device ID,OS version,{entra} registered,"
    "Serial number,Manufacturer,Model,IMEI,Wi-Fi MAC,Management name,Category,Primary user UPN,"
    "Primary user display name,Ownership,Device state,OS,SkuFamily,Phone number"
)
JAMF_PRO = "Serial Number,Name,Operating System Version,Model,PO Date,FileVault 2 Status,Last Enrollment,Last Check-in"
PRELOAD = (
    "serialNumber,deviceType,username,fullName,emailAddress,phoneNumber,building,room,poNumber,poDate,"
    "warrantyExpiration,lifeExpectancy,purchasePrice,barCode1,assetTag,vendor"
)
ASM = (
    "serialNumber,addedToOrgDateTime,releasedFromOrgDateTime,deviceModel,productFamily,productType,orderNumber,"
    "orderDateTime,status,imei,eid,purchaseSourceUid"
)
SNIPE_IMPORT = (
    "Company,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,Model Number,"
    "Asset Notes,Purchase Date,Purchase Cost,Checkout Type,Checked Out To: Username,Checked Out To: First Name,"
    "Checked Out To: Last Name,Checked Out To: Email,Checked Out To: Location,Asset EOL Date"
)
SNIPE_REPORT = (
    "ID,Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchased,Cost,EOL,Warranty,"
    "Warranty Expires,Current Value,Diff,Fully Depreciated,Location,Address,Address,City,Checked Out,Username,"
    "Employee No.,Manager,Department,Title,Phone,Status,Notes"
)
LANSWEEPER = "AssetName,AssetUnique,Domain,Firstseen,Lastseen,IPAddress,Manufacturer,Model,SerialNumber,PurchaseDate,Warrantydate,Location,Building,Department,Branchoffice,BarCode,Custom1"  # fmt: skip # noqa: E501
ENTRA = (
    "displayName,accountEnabled,operatingSystem,operatingSystemVersion,joinType (trustType),registeredOwners,userNames,"
    "mdmDisplayName,isCompliant,registrationTime,approximateLastSignInDateTime,deviceId,isManaged,objectId,profileType,"
    "systemLabels,model"
)
PEOPLE = ("emma", "kowalski", "06-1234", "10.0.0.", "a0b1c2", "354000")


def export(
    header: str,
    *rows: Mapping[str, str],
    name: str = "export.csv",
    separator: str = ",",
    bom: bool = False,
    answers: Mapping[str, str] | None = None,
) -> Reading:
    """Read a csv of this header; each row gives what it holds by heading, and "*" what all its other cells hold."""
    headings = header.split(",")
    text = StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(headings)
    for row in rows:
        assert set(row) <= {*headings, "*"}
        writer.writerow([row.get(heading, row.get("*", "")) for heading in headings])
    content = text.getvalue().encode("utf-8-sig" if bom else "utf-8")
    return read_inventory(content, name, Guidance(DAY, answers=answers or {}))


def told(reading: Reading) -> str:
    """All that comes out of a reading, in lower case."""
    said = [message(problem) + advice(problem) for problem in reading.problems]
    return (json.dumps(to_json(reading, DAY), ensure_ascii=False) + repr(reading) + " ".join(said)).lower()


def nobody_in(reading: Reading) -> bool:
    return not [value for value in PEOPLE if value in told(reading)]


def ignored(reading: Reading) -> list[tuple[int, str]]:
    return [(row.row, row.why) for row in reading.ignored_rows if row.why != "header"]


def test_google_admin_tells_model_status_updates_and_unit() -> None:
    person = {"*": "", "annotated user": "emma@school.example", "recent users": "kowalski@school.example",
              "wifi mac address": "a0b1c2d3e4f5", "ip address": "10.0.0.7", "annotated notes": "van Emma Kowalski",
              "annotated location": "bij Emma"}  # fmt: skip
    chromebook = {"model": "HP Chromebook 11 G5 EE", "first sync": "2018-09-03", "last sync": "2021-02-26"} | person
    reading = export(
        GOOGLE_ADMIN,
        chromebook
        | {"deviceId": "d1", "serial number": "5CD0000001", "provision status": "PROVISIONED",
           "org unit path": "/Leerlingen/De Twister/Groep 7", "auto update expiration": "2022-06"},
        chromebook
        | {"deviceId": "d2", "serial number": "5CD0000002", "provision status": "DEPROVISIONED",
           "org unit path": "/Personeel/Het Kompas"},
        chromebook
        | {"deviceId": "d3", "serial number": "5CD0000003", "provision status": "DISABLED",
           "org unit path": "/Leerlingen/Het Kompas/Groep 3"},
    )  # fmt: skip
    assert layout_name(reading.layout) == "een export van Google Beheer"
    assert column(reading, "serial") == ["5CD0000001", "5CD0000002", "5CD0000003"]
    assert column(reading, "kind") == ["chromebook"] * 3
    assert column(reading, "status") == ["in_use", "disposed", "broken"]
    assert column(reading, "school") == ["De Twister", "Het Kompas", "Het Kompas"]
    assert column(reading, "location") == ["Leerlingen, Groep 7", "Personeel", "Leerlingen, Groep 3"]
    assert column(reading, "level") == ["upper", "shared", "middle"]
    assert column(reading, "audience") == ["pupils", "staff", "pupils"]
    assert column(reading, "support_until") == [date(2022, 6, 30), date(2022, 1, 31), date(2022, 1, 31)]
    assert column(reading, "support_source") == ["list", "table", "table"]
    assert nobody_in(reading)


def test_the_first_day_in_a_management_tells_an_age_and_no_day_of_purchase() -> None:
    reading = export(
        GOOGLE_ADMIN, {"serial number": "5CD0000001", "model": "HP Chromebook 11 G5 EE", "first sync": "2018-09-03"}
    )
    assert column(reading, "purchased_precision") == ["year"]
    assert column(reading, "purchased_latest") == [date(2018, 12, 31)]
    assert column(reading, "purchased_as_written") == ["2018-09-03"]
    assert problem_places(reading, "info") == [(None, "age-from-another-date")]


def test_the_sheet_script_reads_like_the_console() -> None:
    reading = export(
        GOOGLE_SHEET,
        {"Serial Number": "PF000001", "Org Unit Path": "/Leerlingen/Groep 7", "Model": "Lenovo N22 Chromebook",
         "Status": "ACTIVE", "AUE": "2021-06", "User": "emma@school.example", "Most Recent User": "emma@school.example",
         "MAC": "a0b1c2d3e4f5", "Notes": "Emma Kowalski"},
    )  # fmt: skip
    assert reading.layout == "export_google_sheet"
    assert column(reading, "status") == ["in_use"]
    assert column(reading, "school") == [None]
    assert column(reading, "location") == ["/Leerlingen/Groep 7"]
    assert column(reading, "support_until") == [date(2021, 6, 30)]
    assert problem_places(reading, "info") == [(None, "export-without-purchase")]
    assert nobody_in(reading)


def test_gam_writes_a_device_once_for_every_user_and_it_is_one_device() -> None:
    device = {
        "deviceId": "d1", "serialNumber": "NX000001", "model": "Acer Chromebook 11 (C740)", "status": "ACTIVE",
        "autoUpdateExpiration": "1593475200000", "manufactureDate": "2015-08-21", "orgUnitPath": "/Leerlingen",
        "lastEnrollmentTime": "2020-11-02T09:10:11.000Z", "macAddress": "a0b1c2d3e4f5",
    }  # fmt: skip
    reading = export(
        GAM,
        device | {"recentUsers.0.email": "emma@school.example"},
        device | {"recentUsers.0.email": "kowalski@school.example"},
        device | {"deviceId": "d2", "serialNumber": "NX000002"},
        separator=";",
    )
    assert reading.layout == "export_gam"
    assert column(reading, "serial") == ["NX000001", "NX000002"]
    assert column(reading, "support_until") == [date(2020, 6, 30)] * 2
    assert column(reading, "purchased_latest") == [date(2015, 12, 31)] * 2
    assert ignored(reading) == [(3, "same_device")]
    assert problem_places(reading) == []
    assert nobody_in(reading)


def test_a_chromebook_without_a_day_of_making_is_as_old_as_its_enrolment() -> None:
    device = {"model": "Acer Chromebook 11 (C740)", "lastEnrollmentTime": "2018-11-02T09:10:11.000Z"}
    reading = export(
        GAM,
        device | {"deviceId": "d1", "serialNumber": "NX000001", "manufactureDate": "2015-08-21"},
        device | {"deviceId": "d2", "serialNumber": "NX000002"},
    )
    assert column(reading, "purchased_latest") == [date(2015, 12, 31), date(2018, 12, 31)]
    (said,) = reading.problems
    assert "het jaar van ‘manufactureDate, lastEnrollmentTime’" in message(said)


def test_gams_shortest_list_still_counts_chromebooks() -> None:
    reading = export(GAM_BASIC, {"deviceId": "d1", "serialNumber": "NX000001", "status": "ACTIVE", "notes": "Emma"})
    assert column(reading, "kind") == ["chromebook"]
    assert problem_places(reading) == []
    assert nobody_in(reading)


def test_googles_report_of_updates_leaves_empty_what_has_ended() -> None:
    reading = export(
        "model,count,aueMonth,aueYear,expired",
        {"model": "HP Chromebook 11 G6 EE", "count": "30", "aueMonth": "11", "aueYear": "2023"},
        {"model": "Samsung Chromebook", "count": "4", "expired": "true"},
    )
    assert column(reading, "count") == [30, 4]
    assert column(reading, "support_until") == [date(2023, 11, 30), date(2021, 2, 28)]
    assert [device["counts_for_ratio"] for device in to_json(reading, DAY)["devices"]] == [True, False]
    assert (3, "support-ended") in problem_places(reading, "info")


@pytest.mark.parametrize("entra", ["Microsoft Entra", "Azure AD"])
def test_intune_leaves_out_peoples_own_devices_and_keeps_the_last_enrolment(entra: str) -> None:
    header = INTUNE.format(entra=entra)
    device = {
        "Manufacturer": "HP", "Model": "HP ProBook 450 G7", "OS": "Windows", "OS version": "10.0.19042.804",
        "Ownership": "Corporate", "Device state": "Managed", "Enrollment date": "2020-08-21 10:11:12.0000000",
        "Primary user UPN": "emma@school.example", "Primary user display name": "Emma Kowalski", "IMEI": "354000000",
        "Phone number": "06-1234", "Wi-Fi MAC": "a0b1c2d3e4f5", "Management name": "emma_Windows_8/21/2020",
    }  # fmt: skip
    reading = export(
        header,
        device
        | {"Device ID": "g1", "Serial number": "5CD0000001", "Device name": "DT-EMMA", "Category": "DT-Leerling",
           "Last check-in": "2020-09-01 08:00:00.0000000"},
        device
        | {"Device ID": "g2", "Serial number": "5CD0000001", "Device name": "DT-EMMA", "Category": "DT-Leerling",
           "Last check-in": "2021-02-20 08:00:00.0000000"},
        device | {"Device ID": "g3", "Serial number": "5CD0000002", "Category": "DT-Leerling"},
        device | {"Device ID": "g4", "Serial number": "5CD0000003", "Category": "DK-Leerling"},
        device
        | {"Device ID": "g5", "Serial number": "5CD0000004", "Category": "DK-Leerling", "Device state": "Retired"},
        device | {"Device ID": "g6", "Serial number": "F17EMMA", "Model": "iPhone 8", "Ownership": "Personal"},
        name="DevicesWithInventory_0a1b.csv",
    )  # fmt: skip
    assert reading.layout == "export_intune"
    assert column(reading, "row") == [3, 4, 5, 6]
    assert ignored(reading) == [(2, "same_device"), (7, "personal")]
    assert column(reading, "school") == ["DT", "DT", "DK", "DK"]
    assert column(reading, "status") == ["in_use", "in_use", "in_use", "disposed"]
    assert column(reading, "audience") == ["unknown"] * 4
    assert column(reading, "purchased_precision") == ["year"] * 4
    assert column(reading, "support_until") == [date(2025, 10, 14)] * 4
    assert nobody_in(reading)


def test_of_a_device_name_only_the_letters_of_the_school_are_kept() -> None:
    device = {"Model": "HP ProBook 450 G7", "Ownership": "Corporate", "Device state": "Managed"}
    names = ("DT-EMMA", "DT-KOWALSKI", "DK-001", "DK-002")
    rows = [device | {"Serial number": f"5CD000000{n}", "Device name": name} for n, name in enumerate(names)]
    reading = export(INTUNE.format(entra="Azure AD"), *rows)
    assert column(reading, "school") == ["DT", "DT", "DK", "DK"]
    assert "Van ‘Device name’ bewaren we alleen" in " ".join(map(message, reading.problems))
    assert nobody_in(reading)


def test_a_model_nobody_knows_is_asked_once_for_all_its_rows() -> None:
    device = {"Model": "20XY00AB", "Ownership": "Corporate", "Device state": "Managed"}
    rows = [device | {"Serial number": f"PF00000{n}"} for n in range(3)]
    header = INTUNE.format(entra="Azure AD")
    reading = export(header, *rows)
    (asked,) = reading.open_problems
    assert message(asked) == "‘20XY00AB’ (3 rijen): we weten niet wat voor device dit is."
    assert column(reading, "kind") == ["other"] * 3
    answered = export(header, *rows, answers={asked.key: "kind_laptop"})
    assert column(answered, "kind") == ["laptop"] * 3
    assert answered.open_problems == ()


def test_entras_device_list_is_refused_with_the_way_to_a_better_one() -> None:
    with pytest.raises(FileRefused) as refused:
        export(ENTRA, {"displayName": "Telefoon van Emma", "operatingSystem": "iOS", "model": "iPhone 8"})
    assert "Gebruik de export van Intune" in refusal(refused.value)


JAMF_ROWS: Sequence[Mapping[str, str]] = (
    {"Serial Number": "DMPX00000001", "Name": "iPad van Emma", "Model": "iPad (6th generation)",
     "PO Date": "03/04/19 09:15", "FileVault 2 Status": "N/A", "Last Check-in": "02/03/21 08:00"},
    {"Serial Number": "DMPX00000002", "Name": "iPad Kowalski", "Model": "iPad (6th generation)",
     "PO Date": "05/06/19 09:15", "FileVault 2 Status": "N/A", "Last Check-in": "02/03/21 08:00"},
)  # fmt: skip


def test_jamfs_two_orders_of_day_and_month_are_asked_once() -> None:
    reading = export(JAMF_PRO, *JAMF_ROWS)
    (asked,) = reading.open_problems
    assert asked.code == "date-order"
    assert message(asked).startswith("2 datums")
    assert column(reading, "purchased_precision") == ["year", "year"]
    day_first = export(JAMF_PRO, *JAMF_ROWS, answers={asked.key: "order_day_first"})
    assert column(day_first, "purchased_earliest") == [date(2019, 4, 3), date(2019, 6, 5)]
    month_first = export(JAMF_PRO, *JAMF_ROWS, answers={asked.key: "order_month_first"})
    assert column(month_first, "purchased_earliest") == [date(2019, 3, 4), date(2019, 5, 6)]
    assert nobody_in(reading)


def test_jamfs_own_dates_of_enrolment_need_no_order() -> None:
    rows = [{**row, "PO Date": "", "Last Enrollment": "03/04/19 09:15"} for row in JAMF_ROWS]
    reading = export(JAMF_PRO, *rows)
    assert reading.open_problems == ()
    assert column(reading, "purchased_latest") == [date(2019, 12, 31)] * 2


def test_the_inventory_preload_tells_price_and_order_date() -> None:
    person = {"username": "emma", "fullName": "Emma Kowalski", "emailAddress": "emma@school.example",
              "phoneNumber": "06-1234", "room": "Emma", "barCode1": "354000111"}  # fmt: skip
    reading = export(
        PRELOAD,
        person | {"serialNumber": "DMPX00000001", "deviceType": "Mobile Device", "poDate": "2019-08-20",
                  "purchasePrice": "389.00", "lifeExpectancy": "5", "building": "De Twister"},
        person | {"serialNumber": "C02X00000001", "deviceType": "Computer", "poDate": "2018-08-20",
                  "purchasePrice": "1049.00", "building": "Het Kompas"},
    )  # fmt: skip
    assert column(reading, "kind") == ["tablet", "other"]
    assert column(reading, "price_cents") == [38900, 104900]
    assert column(reading, "purchased_earliest") == [date(2019, 8, 20), date(2018, 8, 20)]
    assert column(reading, "school") == ["De Twister", "Het Kompas"]
    assert problem_places(reading) == [(3, "kind-unknown")]
    assert nobody_in(reading)


def test_jamf_schools_placeholders_are_read_and_ask_what_they_are_once() -> None:
    reading = export(
        "SerialNumber,Identification,AssetTag,AssignToUser",
        {"SerialNumber": "DMPX00000001", "Identification": "emma", "AssignToUser": "emma@school.example"},
        {"SerialNumber": "DMPX00000002", "Identification": "kowalski"},
    )
    assert column(reading, "serial") == ["DMPX00000001", "DMPX00000002"]
    assert problem_places(reading) == [(2, "kind-unknown-rows")]
    assert problem_places(reading, "info") == [(None, "export-without-purchase"), (3, "kind-as-row")]
    assert "aanschafdatum" in advice(reading.problems[0])
    assert nobody_in(reading)


def test_apple_school_manager_tells_when_an_ipad_was_ordered_and_that_it_was_let_go() -> None:
    ipad = {"deviceModel": "iPad (6th generation)", "productFamily": "iPad", "productType": "iPad7,5",
            "orderDateTime": "2018-08-20T00:00:00Z", "addedToOrgDateTime": "2018-08-22T06:00:00Z",
            "status": "ASSIGNED", "imei": "354000000", "eid": "354000222"}  # fmt: skip
    reading = export(
        ASM,
        ipad | {"serialNumber": "DMPX00000001"},
        ipad | {"serialNumber": "DMPX00000002", "releasedFromOrgDateTime": "2020-07-01T00:00:00Z"},
    )
    assert column(reading, "kind") == ["tablet", "tablet"]
    assert column(reading, "model") == ["iPad (6e generatie)"] * 2
    assert column(reading, "purchased_earliest") == [date(2018, 8, 20)] * 2
    assert column(reading, "status") == ["in_use", "disposed"]
    assert column(reading, "support_source") == ["none_announced"] * 2
    assert nobody_in(reading)


def test_without_an_order_apples_list_has_an_age_from_its_enrolment() -> None:
    reading = export(
        ASM,
        {"serialNumber": "DMPX00000001", "deviceModel": "iPad (6th generation)", "productFamily": "iPad",
         "addedToOrgDateTime": "2018-08-22T06:00:00Z"},
    )  # fmt: skip
    assert column(reading, "purchased_precision") == ["year"]
    assert problem_places(reading, "info") == [(None, "age-from-another-date")]


def test_snipe_its_own_sample_has_a_bom_and_american_dates() -> None:
    person = {"Name": "Laptop Emma", "Checked Out To: Username": "emma", "Checked Out To: Last Name": "Kowalski",
              "Checked Out To: Email": "emma@school.example"}  # fmt: skip
    device = {"Category": "Laptops", "Manufacturer": "HP", "Model": "ProBook 450 G7", "Company": "De Twister"} | person
    reading = export(
        SNIPE_IMPORT,
        device | {"Purchase Date": "1/23/20", "Purchase Cost": "$449.99", "Asset EOL Date": "10/27/20"},
        device | {"Purchase Date": "3/4/20", "Purchase Cost": "449.99"},
        bom=True,
    )
    assert reading.layout == "export_snipe_it_import"
    assert column(reading, "purchased_earliest") == [date(2020, 1, 23), date(2020, 3, 4)]
    assert column(reading, "price_cents")[1] == 44999
    assert column(reading, "school") == ["De Twister", "De Twister"]
    assert column(reading, "support_source") == ["unknown", "unknown"]
    assert nobody_in(reading)


@pytest.mark.parametrize("dutch", [False, True])
def test_a_snipe_it_report_reads_in_both_languages_and_with_one_heading_twice(dutch: bool) -> None:
    header = SNIPE_REPORT
    names = {"Serial": "Serienummer", "Location": "Locatie", "Cost": "Kostprijs", "Purchased": "Aangekocht",
             "Current Value": "Huidige Waarde", "Checked Out": "Uitgecheckt"}  # fmt: skip
    row = {"Model": "ProBook 450 G7", "Manufacturer": "HP", "Category": "Laptop", "Status": "Deployed",
           "Address": "Emmastraat 1", "Username": "emma", "Manager": "Kowalski", "Phone": "06-1234",
           "Notes": "Emma"}  # fmt: skip
    values = {"Serial": "5CD0000001", "Location": "groep 7", "Cost": "449.99", "Purchased": "2020-08-20",
              "Checked Out": "Emma Kowalski"}  # fmt: skip
    if dutch:
        header = ",".join(names.get(heading, heading) for heading in header.split(","))
        values = {names[heading]: value for heading, value in values.items()}
    reading = export(header, row | values)
    assert reading.layout == "export_snipe_it"
    assert column(reading, "serial") == ["5CD0000001"]
    assert column(reading, "price_cents") == [44999]
    assert column(reading, "purchased_earliest") == [date(2020, 8, 20)]
    assert column(reading, "level") == ["upper"]
    assert nobody_in(reading)


def test_lansweeper_tells_the_branch_and_the_purchase() -> None:
    reading = export(
        LANSWEEPER,
        {"AssetName": "EMMA-LT", "IPAddress": "10.0.0.7", "Manufacturer": "Dell", "Model": "Latitude 3380",
         "SerialNumber": "ABC1234", "PurchaseDate": "2018-08-20", "Firstseen": "2018-09-01",
         "Branchoffice": "De Twister", "Location": "groep 7", "Custom1": "Emma Kowalski"},
    )  # fmt: skip
    assert reading.layout == "export_lansweeper"
    assert column(reading, "kind") == ["laptop"]
    assert column(reading, "purchased_precision") == ["day"]
    assert column(reading, "school") == ["De Twister"]
    assert nobody_in(reading)


def test_a_list_of_a_school_itself_is_no_export() -> None:
    reading = export("Serial Number,Model,Status,Last Sync", {"Serial Number": "PF000001", "Model": "Lenovo N22"})
    assert reading.layout == "flat_list"


def test_of_two_ends_of_updates_google_means_the_newer_where_it_is_filled() -> None:
    header = "deviceId,annotatedUser,autoUpdateExpiration,autoUpdateThrough,lastSync,model,orgUnitPath,serialNumber"
    both = {"serialNumber": "NX000001", "autoUpdateExpiration": "1593475200000", "autoUpdateThrough": "2024-06-30"}
    assert column(export(header, both), "support_until") == [date(2024, 6, 30)]
    assert column(export(header, both | {"autoUpdateThrough": ""}), "support_until") == [date(2020, 6, 30)]


def test_every_heading_of_the_table_reads_as_something_and_says_where_it_was_seen() -> None:
    with (REFERENCE / "exports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {*FIELDS, *ROLES, "names_people", "not_a_device_field"}
    assert [row for row in rows if row["reads_as"] not in known or not row["source"]] == []
    assert {row["product"] for row in rows} == {product.code for product in products()}
    assert all(len(product.marks) >= product.marks_needed for product in products())


@pytest.mark.parametrize("product", [p.code for p in products() if p.is_read])
def test_every_export_has_a_name_to_be_shown(product: str) -> None:
    assert layout_name(f"export_{product}").split()[0] in ("een", "het")


def test_an_export_pasted_under_a_title_is_still_known() -> None:
    rows = [
        ["Chromebooks De Twister, maart 2021"],
        GOOGLE_SHEET.split(","),
        ["PF000001", "/Leerlingen", "", "", "emma@school.example", "", "", "88", "2021-02-01", "ACTIVE", "", "2021-06",
         "Lenovo N22 Chromebook"],
    ]  # fmt: skip
    reading = read(rows)
    assert reading.layout == "export_google_sheet"
    assert ignored(reading) == [(1, "title")]
    assert column(reading, "row") == [3]


def test_a_column_a_person_corrects_is_read_as_they_say() -> None:
    header = "Serial Number,Org Unit Path,Last Sync,Most Recent User,Model,Koop"
    row = {"Serial Number": "PF000001", "Model": "Lenovo N22 Chromebook", "Koop": "2017", "Org Unit Path": "/Gang 1"}
    content = "\n".join([header, ",".join(row.get(heading, "") for heading in header.split(","))]).encode()
    mapping = {("export", "F"): "purchased", ("export", "B"): None}
    reading = read_inventory(content, "export.csv", Guidance(DAY, columns=mapping))
    assert column(reading, "purchased_latest") == [date(2017, 12, 31)]
    assert column(reading, "location") == [None]
    assert problem_places(reading, "info") == []


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_its_columns_changes_nothing_in_an_export(seed: int) -> None:
    header = INTUNE.format(entra="Azure AD")
    row = {"Serial number": "5CD0000001", "Manufacturer": "HP", "Model": "ProBook 450 G7", "OS": "Windows",
           "OS version": "10.0.22000.1", "Enrollment date": "2020-08-21", "Ownership": "Corporate",
           "Device state": "Managed", "Device name": "EMMA", "Category": "Personeel"}  # fmt: skip
    shuffled = header.split(",")
    random.Random(seed).shuffle(shuffled)
    before, after = export(header, row), export(",".join(shuffled), row)
    assert before.devices.to_dict() == after.devices.to_dict()
    assert column(after, "audience") == ["staff"]
    assert column(after, "support_source") == ["none_announced"]
    assert nobody_in(after)


def test_a_phone_in_apples_list_is_no_pupil_device_and_asks_nothing() -> None:
    phone = {"serialNumber": "DMPX00000001", "deviceModel": "iPhone 8", "productFamily": "iPhone"}
    reading = export(ASM, phone)
    assert column(reading, "kind") == ["other"]
    assert reading.open_problems == ()
