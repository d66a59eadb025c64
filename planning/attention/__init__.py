"""What needs a person now, asked of every floor below."""
