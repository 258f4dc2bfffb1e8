"""The participation part: the forty-hour path, agreed, logged, completed or waived."""
