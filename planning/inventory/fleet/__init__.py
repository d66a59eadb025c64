"""Inventories as kept: versions, lots, cohorts, and how two of them differ."""
