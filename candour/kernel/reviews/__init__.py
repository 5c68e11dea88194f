"""Reviews, the seats people hold on them, and the locked room that each review is."""
