"""Who sits on a review, how independent they are, and where people work."""
