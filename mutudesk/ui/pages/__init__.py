"""The pages of the window, a package for each subject.

A subject knows no other: what two of them show is in `words`, `records` or below, what one shows of
another is handed to it by `shell.window_pages`, and "open this" is a `Link`.
"""
