"""Any workbook: opened within limits, read as grids and tables, written in one look."""
