"""From the source as it stands to files that may go out."""
