"""What every room rests on: the clock, code lists, identifiers and errors; no Django."""
