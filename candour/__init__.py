"""Candour: serious case reviews, from notification to learning. See ARCHITECTURE.md for the rooms."""

__version__ = "0.1.0"
