"""One page a module, each with its template of the same name."""
