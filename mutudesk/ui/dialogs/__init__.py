"""The questions asked in a box of their own, and the boxes in which a file is chosen."""
