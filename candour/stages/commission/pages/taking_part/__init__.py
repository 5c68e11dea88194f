"""Family and practitioners: how they take part, what they were told, and letters to them."""
