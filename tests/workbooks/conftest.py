"""Limits lowered for one test, so that a small file passes them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planning.workbooks import csv_files, far_cells, files, old_excel, packed
from planning.workbooks.limits import LIMITS

Lower = Callable[..., None]


@pytest.fixture
def lower(monkeypatch: pytest.MonkeyPatch) -> Lower:
    """Lowers limits, by name."""

    def lower_limits(**limits: int) -> None:
        for module in (csv_files, far_cells, files, old_excel, packed):
            monkeypatch.setattr(module, "LIMITS", replace(LIMITS, **limits))

    return lower_limits
