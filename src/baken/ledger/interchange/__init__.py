"""The interchange: deliveries of facts, loaded and exported as a folder or zip. See docs/interchange.md."""
