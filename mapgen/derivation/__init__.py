"""Evidence to areas: what ``mapgen derive`` makes of the settlements."""
