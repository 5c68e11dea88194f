"""The pages of this stage, one module a page."""
