"""Law, methods and word lists as dated data files; the only files the domain opens."""
