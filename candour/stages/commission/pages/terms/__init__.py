"""What a review was asked to do, and how that changed."""
