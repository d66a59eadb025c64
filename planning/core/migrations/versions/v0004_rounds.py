"""Replacement rounds: budgets, scenarios, plans, orders and deliveries."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Filled by the subject."""
