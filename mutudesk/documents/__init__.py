"""Legal documents on paper: what they say (content), in which words (templates), how they look."""
