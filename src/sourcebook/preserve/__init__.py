"""Keep bytes: WARC files, digests, and where in them each capture lies."""
