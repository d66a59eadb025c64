"""The example group: real schools and pupil counts (DUO), invented devices, clearly labelled as such."""
