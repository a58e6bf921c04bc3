"""Files of the whole site for programs: which addresses there are, what may be gathered, feeds, and how to cite it."""
