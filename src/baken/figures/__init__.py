"""Every official figure, declared once and counted from a snapshot; checks on published tables; deadlines."""
