"""Infringements and what follows: notice, defence, decision, fine, appeal."""
