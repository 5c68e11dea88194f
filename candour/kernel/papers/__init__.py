"""Papers: every original file, kept byte for byte and named by its own hash."""
