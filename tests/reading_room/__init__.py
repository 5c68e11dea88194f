"""The reading room, met as a stranger meets it: a real process, asked over HTTP."""
