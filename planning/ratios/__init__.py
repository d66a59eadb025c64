"""Pupils per device: now, over time and to come, and how many devices are missing."""
