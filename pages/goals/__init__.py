"""Doelen: the goals of a plan year, measured and judged."""
