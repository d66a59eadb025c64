"""How the product is used, by role, and how it counts."""
