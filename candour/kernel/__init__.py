"""What every stage needs: web, papers, audit, access, reviews, people. Arrives with the Service issue."""
