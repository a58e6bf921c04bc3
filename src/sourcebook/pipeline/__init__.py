"""The flow on one screen, and the only writers."""
