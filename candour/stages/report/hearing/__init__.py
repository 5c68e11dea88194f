"""Who is heard before release: replies, applications, orders, copies, the family."""
