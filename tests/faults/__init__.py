"""What happens to what people do when the machine fails under it."""
