"""School: one school on one screen."""
