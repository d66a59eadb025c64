"""The rules of a subject that a test adds to a copy of the product."""
