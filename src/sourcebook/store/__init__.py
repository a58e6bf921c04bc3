"""The archive on disk: a Store opens a Writer or a View."""
