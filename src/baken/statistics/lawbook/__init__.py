"""The rule book as a lawyer reads it: every rule, version and parameter, as a website and a PDF."""
