"""The frame around every room: base templates and components, permissions, and background work."""
