"""The tables of the data package, one a file: its columns, and the rows of one part of the archive."""
