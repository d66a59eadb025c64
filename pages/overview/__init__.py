"""Overzicht: the group on one screen."""
