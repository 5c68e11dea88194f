"""Who is in the report, and by which names."""
