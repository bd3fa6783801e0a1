"""Acts: verbs that return the changes they mean; what depends on them stands beside."""
