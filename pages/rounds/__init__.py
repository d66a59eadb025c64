"""Rondes: the plan, its rounds, from approval to delivery."""
