"""The planner: from an instance to the best plan. Knows no board and no database."""
