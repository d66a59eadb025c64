"""The example group: Dynamiek with its real schools and pupil numbers, and fleets that are invented."""
