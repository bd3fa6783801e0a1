"""Help: keys, version, licences, sources."""
