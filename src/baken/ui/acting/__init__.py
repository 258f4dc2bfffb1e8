"""Acts: the verbs of the staff, each declared once; its form, its page, its API and its permission follow from that."""

from baken.ui.acting.asks import Ask, ask, asked_of, code_choices
from baken.ui.acting.case import Case
from baken.ui.acting.declare import Act, Describing, Told, act, acts, plain
from baken.ui.acting.doing import Consequences, Done, perform, preview

__all__ = [
    "Act",
    "Ask",
    "Case",
    "Consequences",
    "Describing",
    "Done",
    "Told",
    "act",
    "acts",
    "ask",
    "asked_of",
    "code_choices",
    "perform",
    "plain",
    "preview",
]
