"""Counselling: who follows the dossier, conversations, guidance to a diploma or a school."""

from django.utils.translation import gettext_lazy

from baken.accounts.models import Post
from baken.accounts.roles import POLICY, Group
from baken.programme.acts.appointments import which
from baken.programme.facts import ConversationHeld, CounsellorAssigned, DiplomaGuided, FileReviewed, MinorGuided
from baken.programme.queries import open_appointments
from baken.ui.acting import Act, Ask, Case, act, ask, asked_of


def colleagues(case: Case) -> list[tuple[str, str]]:
    """(staff number, name) of whoever in one's agency may follow dossiers today, and whoever follows this one."""
    post, last = case.standing.post, case.last(CounsellorAssigned)
    held = Post.objects.filter(agency=post.agency if post else "", role__in=_FOLLOWING).select_related("user")
    users = {one.user for one in held if one.runs(case.on) and one.user.staff_number and one.user.is_active}
    listed = sorted(((user.staff_number or "", user.shown) for user in users), key=lambda one: one[1])
    now = last["counsellor"] if last else ""
    return [one for one in listed if one[0] != now]


_FOLLOWING = [role for role, entitlement in POLICY.items() if entitlement.may_act("programme.sign_contract")]


@act
class AssignCounsellor(Act):
    """From now on somebody else follows the dossier."""

    name = "programme.assign_counsellor"
    label = gettext_lazy("Trajectbegeleider toewijzen")
    group = Group.PATH
    heading = "counselling"
    tells = CounsellorAssigned
    asks = (
        *asked_of(CounsellorAssigned, "occurred_on"),
        Ask("counsellor", "choice", gettext_lazy("Trajectbegeleider"), choices=lambda case: colleagues(case)),
        ask(CounsellorAssigned, "note", hint=gettext_lazy("Wat uw collega moet weten.")),
    )


@act
class HoldConversation(Act):
    """A conversation took place."""

    name = "programme.hold_conversation"
    label = gettext_lazy("Gesprek noteren")
    group = Group.NOTES
    heading = "counselling"
    tells = ConversationHeld
    asks = (
        *asked_of(ConversationHeld, "occurred_on"),
        ask(
            ConversationHeld,
            "report",
            hint=gettext_lazy("De persoon mag dit lezen. Schrijf alleen op wat nodig is voor het traject."),
        ),
    )

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """Which appointment it closes, where there is one."""
        return (*self.asks, which(required=False)) if open_appointments(case.file.rows, case.dossier) else self.asks


@act
class GuideDiploma(Act):
    """Guidance to recognition of a foreign diploma."""

    name = "programme.guide_diploma"
    label = gettext_lazy("Toeleiden naar diploma-erkenning")
    group = Group.PATH
    heading = "counselling"
    tells = DiplomaGuided
    asks = asked_of(DiplomaGuided, "occurred_on", "status!", "submitted_on?")


@act
class GuideMinor(Act):
    """A minor newcomer is guided to education."""

    name = "programme.guide_minor"
    label = gettext_lazy("Toeleiden naar onderwijs")
    group = Group.PATH
    heading = "counselling"
    tells = MinorGuided
    asks = asked_of(MinorGuided, "occurred_on", "education!")

    def offered(self, case: Case) -> bool:
        """For minors."""
        return case.value("minor_newcomer") is not False


@act
class ReviewFile(Act):
    """Whether the file stands still without a lasting solution in sight."""

    name = "programme.review_file"
    label = gettext_lazy("Dossier nakijken")
    group = Group.PATH
    heading = "counselling"
    tells = FileReviewed
    asks = asked_of(FileReviewed, "occurred_on", "passive")
