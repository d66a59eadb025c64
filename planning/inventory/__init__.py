"""From a workbook to a fleet: open, recognise, map, clean, check, compare, keep."""
