"""The pages of the site, a context function each: from a view of the archive to a page ready for its template."""
