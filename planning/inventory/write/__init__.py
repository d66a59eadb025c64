"""Workbooks as the inventory hands them out: the template, the marked list, a report."""
