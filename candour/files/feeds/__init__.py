"""Feeds that other programs fetch from time to time."""
