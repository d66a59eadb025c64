"""Plan years: goals, sub-goals and milestones, measured by the floors below and judged by people."""
