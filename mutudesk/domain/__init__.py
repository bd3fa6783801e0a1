"""What MutuDesk knows about shared services: facts, dates and rules, without files or screens."""
