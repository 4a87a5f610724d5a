"""Ways to estimate control from settlements, compared on what each has not been told."""
