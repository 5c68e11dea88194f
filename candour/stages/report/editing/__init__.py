"""The one source, as it is written, commented and compared."""
