"""What joins up in the open report: what is public, what may stay and why, and who signed."""
