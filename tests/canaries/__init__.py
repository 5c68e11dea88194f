"""Known-bad files, each made by script: one leak channel each, and every one must be found."""
