"""Whether to review: the tests of the law, reasons, dissent, the decision and the national body."""
