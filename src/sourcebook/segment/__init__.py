"""Divide a document into the parts of a country page."""
