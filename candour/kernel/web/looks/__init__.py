"""How states, icons, tables and form fields look: one small set, drawn the same way on every page."""
