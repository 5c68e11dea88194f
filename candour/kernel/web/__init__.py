"""What every page needs: who may open it, where it stands, how it looks, and what a mistake says."""
