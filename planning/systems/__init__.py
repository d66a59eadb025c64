"""The systems of schools: which does what where, what holds it there, what it costs, and what could become one."""
