"""The pages of the window: one module a page, each with its own small parts beside it."""
