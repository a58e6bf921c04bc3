"""PDF: pages as text in the order in which they are read, with tables, bookmarks, and what could not be read."""

from sourcebook.read.pdf.reader import PdfReader

__all__ = ["PdfReader"]
