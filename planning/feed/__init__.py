"""What programs outside read of a board: tables behind a secret address."""
