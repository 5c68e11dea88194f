"""What a merge writes, and integrated.json read back: all of it or none, and never a formula."""
