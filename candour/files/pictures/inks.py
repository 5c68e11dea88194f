"""The inks of the pictures that are no agency's: what each state and each ground is drawn in."""

from __future__ import annotations

INK = "#0b0c0c"
SECOND = "#484949"
RULE = "#8a9196"
HAIR = "#c9cccd"
PINE = "#17323f"
WASH = "#f4f6f6"
STRIPE = "#b9bfc2"
WHITE = "#ffffff"

PLACED = "#0b5a3b"
HELD = "#6b4400"
HELD_GROUND = "#fdf3dc"
LATE = "#8f2323"
LATE_GROUND = "#faeaea"
LATER = "#565c60"
"""Withdrawn, not assessable, too few to say."""
