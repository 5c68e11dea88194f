"""Counts of notifications, decisions and reviews by board and year, and what they can tell."""
