"""Kwaliteitsteams: visits of iCoaches and what schools ask."""
