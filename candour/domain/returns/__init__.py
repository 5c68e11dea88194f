"""An agency's return: its tables as they were sent, what each column means, and the one fate of every row."""
