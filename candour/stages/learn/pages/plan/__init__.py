"""The publication plan: what is done before the day, and by whom."""
