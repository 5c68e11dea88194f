"""How a return is sent and read: columns, held rows, names, what is said of it."""
