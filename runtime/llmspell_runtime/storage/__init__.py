"""Files that the bridges keep in SQLite: one way to open, mark and version them."""
