"""What several pages say alike: bodies and their heads, memberships, shares, changes."""
