"""What pages say to machines: linked data in schema.org's words."""
