"""The kinds of claim, one a file."""
