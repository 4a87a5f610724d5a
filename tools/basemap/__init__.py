"""Make the base geography of the map from data that ships inside public packages."""
