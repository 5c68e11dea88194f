"""Key practice episodes, contributory factors and findings, each resting on entries."""
