"""Fees for parts and tests: charged, waived, paid, refunded."""
