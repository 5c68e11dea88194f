"""A bundle for a hearing: chosen papers as one paginated, indexed PDF."""
