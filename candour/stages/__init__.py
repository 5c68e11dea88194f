"""One package a stage of a review, later ones importing earlier ones only. Arrive with the Service issue."""
