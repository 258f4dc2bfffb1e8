"""Letters that went to the person; the paper itself is made by `documents`."""

from django.utils.translation import gettext_lazy

from baken.accounts.roles import Group
from baken.programme.facts import LetterSent
from baken.ui.acting import Act, act, asked_of


@act
class SendLetter(Act):
    """A letter was sent; some terms begin with the sending of a registered invitation."""

    name = "programme.send_letter"
    label = gettext_lazy("Brief als verzonden noteren")
    intro = gettext_lazy("Noteer het op de dag waarop de brief vertrok. Bij sommige brieven begint dan een termijn.")
    group = Group.PATH
    heading = "counselling"
    tells = LetterSent
    asks = asked_of(LetterSent, "occurred_on", "letter", "registered")
