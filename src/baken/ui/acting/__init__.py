"""Acts: the verbs of the staff. Each is declared once; its form, its page, its API and its permission follow from that."""

from baken.ui.acting.asks import Ask, ask, asked_of
from baken.ui.acting.case import Case
from baken.ui.acting.declare import Act, Told, act, acts
from baken.ui.acting.doing import Consequences, Done, perform, preview

__all__ = ["Act", "Ask", "Case", "Consequences", "Done", "Told", "act", "acts", "ask", "asked_of", "perform", "preview"]
