"""Who asks, in which post, and what that allows. Every page, form, act, export and API call goes through here."""

from dataclasses import dataclass

from django.db.models import Q

from baken.accounts.models import DossierPlace, Glass, Post, User
from baken.accounts.roles import Entitlement, Group, Reach, Role
from baken.foundation import clock

NOTHING = Entitlement(purpose="", reach=Reach.NONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A user in one post; `post` is None for who holds none: nothing is allowed then."""

    user: User | None
    post: Post | None

    @property
    def entitlement(self) -> Entitlement:
        """What the post allows."""
        return self.post.entitlement if self.post else NOTHING

    @property
    def role(self) -> str:
        """The code of the role, or ""."""
        return self.post.role if self.post else ""

    def opens(self, page: str) -> bool:
        """Whether a page that shows no dossier may be opened."""
        return page in self.entitlement.pages

    def reads(self, group: Group) -> bool:
        """Whether a group of fields may be read."""
        return group in self.entitlement.reads

    def writes(self, group: Group) -> bool:
        """Whether a group of fields may be written."""
        return group in self.entitlement.writes

    def may_act(self, act: str) -> bool:
        """Whether an act may be done, on a dossier that is seen."""
        return self.entitlement.may_act(act)

    def within(self) -> Q:
        """The places of dossiers within reach, without broken glass."""
        return _within(self.entitlement.reach, self.post, self.user)

    def sees(self, dossier: int) -> bool:
        """Whether a dossier is within reach, or its glass is broken for now."""
        within = DossierPlace.objects.filter(self.within(), dossier=dossier).exists()
        return within or self.broke_glass(dossier)

    def broke_glass(self, dossier: int) -> bool:
        """Whether this user opened the dossier with a reason, not long ago."""
        if self.user is None or not self.entitlement.breaks_glass:
            return False
        return Glass.objects.filter(user=self.user, dossier=dossier, until__gt=clock.now()).exists()


def _within(reach: Reach, post: Post | None, user: User | None) -> Q:
    nothing = Q(pk__in=())
    if post is None or user is None or reach is Reach.NONE:
        return nothing
    if reach is Reach.ALL:
        return Q()
    if reach is Reach.INFRINGEMENT:
        return Q(infringement=True)
    if reach is Reach.APPEALED:
        return Q(appealed=True)
    if reach is Reach.AGENCY:
        return Q(agency=post.agency) if post.agency else nothing
    own = Q(counsellor=user.staff_number) if user.staff_number else nothing
    if reach is Reach.TEAM and post.team is not None:
        return own | Q(office=post.team.office_id)
    return own


def standing_of(user: object) -> Standing:
    """The standing of a signed-in user: the post chosen, else the first that runs today."""
    if not isinstance(user, User) or not user.is_active:
        return Standing(None, None)
    posts = running_posts(user)
    chosen = next((post for post in posts if post.pk == user.chosen_post_id), posts[0] if posts else None)
    return Standing(user, chosen)


def running_posts(user: User) -> list[Post]:
    """The posts that somebody holds today, in the order of roles."""
    today, order = clock.today(), list(Role)
    held = [post for post in user.posts.select_related("team") if post.runs(today)]
    return sorted(held, key=lambda post: (order.index(Role(post.role)), post.pk))
