"""Competenties: from the vision on education to core competences, and how far teachers are."""
