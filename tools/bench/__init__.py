"""Parts of measure.py: what this project and its peers cost on the same facts."""
