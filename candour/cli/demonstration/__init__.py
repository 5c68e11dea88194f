"""The invented world, walked through its stages by the same actions that people use."""
