"""What was chosen for an earlier list, and is chosen again for the next of its shape."""
