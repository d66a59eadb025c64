"""What a cell says: one module for each thing a cell can hold. Pure, and called once for each distinct value."""
