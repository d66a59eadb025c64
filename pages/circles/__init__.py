"""Screens of any circle of boards: joining, sharing thing by thing, leaving, and who leads it."""
