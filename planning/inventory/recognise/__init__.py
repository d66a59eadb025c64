"""What a sheet is: its headings, its parts, its shape."""
