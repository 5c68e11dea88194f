"""The public side: released open reports, in a process and a database of its own."""
