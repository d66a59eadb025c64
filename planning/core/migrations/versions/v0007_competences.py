"""Core competences: vision, levels, self-scans as counts."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Filled by the subject."""
