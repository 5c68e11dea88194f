"""One source becomes an open and a closed report; the open one is read back, checked and released."""
