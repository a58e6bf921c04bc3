"""Compare claims with each other and say what that shows."""
