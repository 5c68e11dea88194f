"""Closed copies: the list of them, one's own, one for somebody else, and what became of each."""
