"""Backups: every row and every paper in one sealed file, and the way back."""
