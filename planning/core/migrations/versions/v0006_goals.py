"""Plan years: goals, sub-goals, milestones and their log."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Filled by the subject."""
