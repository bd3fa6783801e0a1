"""The welcome page: files opened last, a new register, the demonstration."""
