"""A view of a report as finished files, and those files read back before anybody may have them."""
