"""The matrix: a row a commune, a column a service, the acts on a cell."""
