"""The pages of a rapid review, one module a page."""
