"""Systems: which does what at which school, what ends, what it costs, and what could become one."""
