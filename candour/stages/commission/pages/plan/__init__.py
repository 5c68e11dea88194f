"""Money, hours and risks."""
