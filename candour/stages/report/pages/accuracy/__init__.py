"""Rounds of accuracy: what was sent to whom to be checked, what they say, what came of it."""
