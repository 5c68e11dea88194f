"""Accounts of one event: what was said of them, what is proposed, where they differ. Reads only."""
