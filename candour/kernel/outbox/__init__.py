"""What goes out to people: that something waits, never what."""
