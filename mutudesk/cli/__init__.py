"""The command line: what the window does, without a screen. Never imports PySide6."""
