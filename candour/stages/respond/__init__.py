"""The board answers each finding, and keeps actions and evidence of effect."""
