"""Files in and out: bytes to facts and back. Nothing here opens a path, a register or a window."""
