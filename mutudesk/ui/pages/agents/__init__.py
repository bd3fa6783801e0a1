"""Agents: identity, positions, and what they are assigned to."""
