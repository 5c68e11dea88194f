"""Pages by which an administrator adds boards, agencies and the national body, and corrects their names."""
