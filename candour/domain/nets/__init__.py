"""Three nets over the words of a text: the cast, identifiers by their form, and whatever nobody has decided on."""
