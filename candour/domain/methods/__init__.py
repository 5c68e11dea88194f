"""How a review is run, as data: a method's steps, roles, groups, questions, report outline and rules."""
