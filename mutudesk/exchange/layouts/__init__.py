"""The columns of each kind of file, by subject, and how a line becomes facts and back."""
