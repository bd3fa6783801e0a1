"""What Qt leaves to be done right, once: slots, nested layouts, cycles, jobs, marked texts."""
