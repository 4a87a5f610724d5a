"""Checked facts to one HTML file."""
