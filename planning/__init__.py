"""Vlootplan: plan the ICT of a school group. The product without a screen."""

import os

# openpyxl writes formulas and texts otherwise where lxml happens to be installed, which python-docx brings along
os.environ.setdefault("OPENPYXL_LXML", "False")
