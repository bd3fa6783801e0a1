"""« Qui commande qui ? »: both authorities of every mission share, and why."""
