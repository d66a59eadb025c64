"""The shapes a list can have: one module for each, all proposing how a sheet is to be read."""
