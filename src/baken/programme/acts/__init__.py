"""The verbs of the path."""

from baken.programme.acts import appointments, certificates, contract, counselling, letters, registration
from baken.programme.acts.decisions import keep_decision

__all__ = ["appointments", "certificates", "contract", "counselling", "keep_decision", "letters", "registration"]
