"""Known-bad files, each made by a few lines of script: one leak channel each, every one of which must be found."""
