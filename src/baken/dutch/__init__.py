"""Dutch as a second language: interviews, advice, enrolments, tests, levels and appeals."""
