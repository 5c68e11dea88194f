"""The released open report goes to the reading room as a signed bundle."""
