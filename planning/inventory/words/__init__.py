"""The tables of words a reader knows, and the words it answers with."""
