"""A board's earlier log of referrals and decisions: given in as a file, mapped, asked about, and taken in."""
