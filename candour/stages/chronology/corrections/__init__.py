"""What comes again: a corrected return, held rows sent back; what it changed."""
