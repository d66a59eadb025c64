"""Quality teams: who helps the schools, which visits they make, and what schools ask."""
