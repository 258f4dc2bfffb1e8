"""The verbs of the path."""

from baken.programme.acts import certificates, contract, counselling, registration
from baken.programme.acts.decisions import keep_decision

__all__ = ["certificates", "contract", "counselling", "keep_decision", "registration"]
