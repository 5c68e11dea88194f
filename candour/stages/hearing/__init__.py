"""Bundles for a hearing: chosen papers in one PDF, open through the gate or closed with a mark."""
