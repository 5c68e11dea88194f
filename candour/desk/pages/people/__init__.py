"""Pages by which an administrator lets people in, gives them posts, and lets them go."""
