"""The site: a context function and a template a page, served or published."""
