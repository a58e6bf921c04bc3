"""Words as data, and the matchers over them that several stages need."""
