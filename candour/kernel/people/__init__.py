"""People, the organisations they work for, and the posts they hold there."""
