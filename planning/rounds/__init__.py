"""Replacement rounds: the problem, the best plan for the money, the rules of thumb, the explanation."""
