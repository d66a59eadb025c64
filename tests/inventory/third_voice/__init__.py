"""Small workbooks as other coordinators would make them, and what a strict colleague reads in them."""
