"""Domain pictures as SVG text: every state has shape and word besides its colour; no script, no style."""
