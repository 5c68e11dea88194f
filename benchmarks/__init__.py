"""Measures of speed and memory, beside other programs on the same files. Nothing here asserts a time."""
