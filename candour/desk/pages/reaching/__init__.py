"""How somebody is reached: e-mail that says that something waits, and a calendar of their own days."""
