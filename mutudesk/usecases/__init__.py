"""What an office does with the register, one transaction each; the same for window and CLI."""
