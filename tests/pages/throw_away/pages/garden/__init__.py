"""A subject that a test adds to a copy of the product: a garden of schools that learn from each other."""
