"""The archive as a folder of static files: planned, rendered in processes, put in place at the end."""
