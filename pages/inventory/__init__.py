"""Inventaris: a school's workbook in, and the inventory it becomes."""
