"""Settings, root addresses, start-up: wires and decides nothing."""
