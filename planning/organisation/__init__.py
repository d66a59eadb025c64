"""The board's schools, their pupils now and to come, their targets, and what a kind of device lives and costs."""
