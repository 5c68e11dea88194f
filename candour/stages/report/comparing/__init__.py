"""Two reviews on the same papers, by two methods."""
