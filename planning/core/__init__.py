"""What every subject stands on: database, people and rights, settings, audit, translation."""
