"""Read claims out of passages."""
