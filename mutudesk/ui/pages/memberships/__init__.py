"""Who belongs to which service: a list, and the matrix of communes and services."""
