"""Returns written on screen: rows typed and pasted."""
