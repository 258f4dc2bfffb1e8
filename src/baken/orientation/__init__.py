"""Maatschappelijke oriëntatie: wishes, seats, courses, lessons, tests and decisions."""
