"""The learning network of boards: each looks at itself, asks a question, and works on it beside the others."""

from planning.network import contents as contents  # who knows anything of it knows its kinds and its rule
