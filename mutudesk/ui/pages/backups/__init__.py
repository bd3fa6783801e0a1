"""The backups of a register, and how one is put back."""
