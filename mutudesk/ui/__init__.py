"""The window: PySide6 widgets over the use cases. No SQL, no documents, no rule of law."""
