"""A review is set up: method, terms of reference, period, seats, and the agencies asked."""
