"""Reading for lists: frozen rows, page by page, sorted and filtered by the database."""
