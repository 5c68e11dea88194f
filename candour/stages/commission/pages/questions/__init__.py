"""Prompts with space for words: readiness and quality markers."""
