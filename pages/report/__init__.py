"""Rapport: the board report, composed, made and kept."""
