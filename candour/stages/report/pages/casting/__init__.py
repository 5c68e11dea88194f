"""The cast beyond its names: relations, the genogram, what is suggested, a text by other names."""
