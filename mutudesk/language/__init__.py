"""French (and English) words: typography, names in running text, sentences for codes."""
