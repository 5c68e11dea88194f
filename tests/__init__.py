"""The promises Candour makes, as tests."""
