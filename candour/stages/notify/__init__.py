"""A serious incident arrives: who became aware and when, which children, what harm, which agencies."""
