"""What templates load: `{% load candour_web %}`."""
