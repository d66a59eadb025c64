"""Beheer: what the board sets, who works here, and what was changed."""
