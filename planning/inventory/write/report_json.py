"""A reading as the JSON that `inventory read --json` promises (the command line's contract)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from planning.inventory.fleet.counting import COUNTS, counting_reasons
from planning.inventory.reading import Account, LayoutOffer, Reading, Sheet, SheetColumn
from planning.inventory.words.messages import (
    advice,
    counting_reason_name,
    evidence_text,
    ignored_why,
    left_out_why,
    message,
    passed_over_why,
    sheet_why,
)
from planning.workbooks.model import Problem


def to_json(reading: Reading, as_of: date | None) -> dict[str, Any]:
    """Plain dictionaries, lists, numbers and text; `as_of` is the day for which devices count or not."""
    return {
        "file": {"name": reading.file.name, "format": reading.file.format, "sha256": reading.file.sha256},
        "layout": {
            "name": reading.layout.replace("_", " "),
            "confidence": reading.confidence,
            "sheets": [_sheet(sheet) for sheet in reading.sheets],
        },
        "stated_date": _day(reading.stated_date),
        "as_of": _day(as_of),
        "devices": _devices(reading.devices, as_of),
        "problems": [_problem(problem) for problem in reading.problems],
        "left_out": [_left_out(column) for column in reading.left_out],
        "ignored_rows": [
            {"sheet": row.sheet, "row": row.row, "why": row.why, "text": ignored_why(row)}
            for row in reading.ignored_rows
        ],
        "account": _account(reading.account),
        "stated_totals": [
            {"sheet": total.sheet, "row": total.row, "as_written": total.as_written, "agrees": total.agrees}
            for total in reading.stated_totals
        ],
    }


def _account(account: Account) -> dict[str, Any]:
    """What became of the filled cells of the workbook."""
    return {
        "cells": account.cells,
        "read": account.read,
        "asked": account.asked,
        "passed_over": [
            {"why": why, "cells": cells, "text": passed_over_why(why)} for why, cells in account.passed_over.items()
        ],
    }


def _devices(devices: pd.DataFrame, as_of: date | None) -> list[dict[str, Any]]:
    reasons = counting_reasons(devices, as_of)
    rules = {reason: counting_reason_name(reason) for reason in reasons.unique()}
    rows = devices.to_dict(orient="records")
    return [_device(row, reason, rules[reason]) for row, reason in zip(rows, reasons, strict=True)]


def _device(row: Mapping[Any, Any], reason: str, rule: str) -> dict[str, Any]:
    return {
        "sheet": row["sheet"],
        "row": row["row"],
        "column": row["column"],
        "type": row["kind"],
        "brand": row["brand"],
        "model": row["model"],
        "model_as_written": row["model_as_written"],
        "serial": row["serial"],
        "count": row["count"],
        "purchase": {
            "as_written": row["purchased_as_written"],
            "precision": row["purchased_precision"],
            "earliest": _day(row["purchased_earliest"]),
            "latest": _day(row["purchased_latest"]),
        },
        "price_per_unit_eur": None if row["price_cents"] is None else row["price_cents"] / 100,
        "price_vat": row["price_vat"],
        "status": row["status"],
        "audience": row["audience"],
        "location": row["location"],
        "level": row["level"],
        "school": row["school"],
        "support_until": _day(row["support_until"]),
        "support_source": row["support_source"],
        "counts_for_ratio": reason == COUNTS,
        "counting_rule": rule,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "as_written": problem.as_written,
        "message": message(problem),
        "advice": advice(problem),
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet,
        "used": sheet.used,
        "why": sheet_why(sheet),
        "layout": sheet.layout and sheet.layout.replace("_", " "),
        "offers": [_offer(offer) for offer in sheet.offers],
        "header_rows": list(sheet.header_rows),
        "columns": [{"column": c.column, "header": c.header, "field": c.field} for c in sheet.columns],
    }


def _offer(offer: LayoutOffer) -> dict[str, Any]:
    evidence = [evidence_text(evidence) for evidence in offer.evidence]
    return {"layout": offer.layout.replace("_", " "), "score": offer.score, "evidence": evidence}


def _left_out(column: SheetColumn) -> dict[str, Any]:
    return {
        "sheet": column.sheet,
        "column": column.column,
        "header": column.header,
        "why": (column.why_left_out or "not_a_device_field").replace("_", " "),
        "text": left_out_why(column),
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
