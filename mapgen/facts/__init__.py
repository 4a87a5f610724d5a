"""``geodata/`` read and held together."""
