"""The verbs of the path."""

from baken.programme.acts import (
    appointments,
    certificates,
    contract,
    counselling,
    intake,
    letters,
    opening,
    path,
    person,
    registration,
)
from baken.programme.acts.decisions import keep_decision

__all__ = [
    "appointments",
    "certificates",
    "contract",
    "counselling",
    "intake",
    "keep_decision",
    "letters",
    "opening",
    "path",
    "person",
    "registration",
]
