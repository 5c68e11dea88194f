"""Who knew what, when: its rows, sentences, tables and fences."""
