"""The method of a review is changed, with what that carries over and what no longer fits."""
