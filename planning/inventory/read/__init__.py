"""From a recognised sheet to devices, problems and an account of what was left out."""
