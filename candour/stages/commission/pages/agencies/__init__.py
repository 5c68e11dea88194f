"""The agencies asked, reminded and given another day."""
