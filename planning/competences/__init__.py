"""What teachers must be able to do for the vision on education: core competences, wanted and present level."""
