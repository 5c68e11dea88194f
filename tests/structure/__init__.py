"""Tests that walk the code itself. Every list here is a list of exceptions, each with its reason."""
