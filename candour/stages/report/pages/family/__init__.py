"""What the family proposes, their links, and the page in plain words that a link opens."""
