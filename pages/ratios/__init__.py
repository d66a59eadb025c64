"""Ratio's: pupils per device, now and over the years."""
