"""Boards that work together: a shared vision, its roll-out, infrastructure and joint purchase."""
