"""Where the register is kept: SQLite through SQLAlchemy. Rows never leave this layer; facts do."""
