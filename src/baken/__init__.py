"""Baken: the open system for civic integration (inburgering)."""
