"""Facts of cases, as people write them down to ask what a law says of them."""
