"""Boards that work together: a shared vision, its roll-out, infrastructure and joint purchase."""

from planning.partners import contents as contents  # who knows anything of it knows its kinds
