"""Sides of the war, as settlements and holders name them."""

from __future__ import annotations

from typing import Literal

Side = Literal["government", "opposition", "turkey", "sdf", "government+sdf"]
PastSide = Literal["government", "opposition", "turkey", "sdf", "government+sdf", "isil"]
