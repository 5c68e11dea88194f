"""Home, my tasks, search, one review at a glance: the one room that may look at every stage. Still empty."""
