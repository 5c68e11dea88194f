"""Parallel proceedings, and what each holds back."""
