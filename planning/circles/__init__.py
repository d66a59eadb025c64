"""Boards that do something together, each deciding item by item what the others see of it."""
