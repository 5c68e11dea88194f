"""Pseudonyms to propose, in an order that each review has for itself."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings

from candour.kernel.reviews.models import Review


def secret_of(review: Review) -> bytes:
    """Drawn from the installation's key, so that two reviews cannot be joined by their pseudonyms."""
    said = f"pseudonyms of review {review.written_number}"
    return hmac.new(settings.SECRET_KEY.encode(), said.encode(), hashlib.sha256).digest()
