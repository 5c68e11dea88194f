"""Right of reply: what was sent to whom, what they answered, what came of it, the recipient's own page."""
