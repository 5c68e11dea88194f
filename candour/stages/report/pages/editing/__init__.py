"""Pages of the editor: what stands under a paragraph, phrases, editions, versions, comments."""
