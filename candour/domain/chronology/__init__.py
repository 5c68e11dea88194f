"""Many agencies' entries -> one integrated chronology: order, links between accounts, conflicts, gaps."""
