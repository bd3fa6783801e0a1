"""Taking files in and giving them out."""
