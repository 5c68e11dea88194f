"""Orders person by person, applications to withhold and their rulings, what an order opens to oneself."""
