"""MutuDesk: who works for whom, under which authority, on which date."""

__version__ = "0.1.0"
