"""What every stage needs: web, archive, papers, audit, access, reviews, people."""
