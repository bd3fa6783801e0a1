"""Communes and other bodies: identities, heads, membership of the agglomeration."""
