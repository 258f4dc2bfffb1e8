"""The administrator's pages: accounts, posts, teams."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.models import Look, Team, User
from baken.accounts.roles import POLICY, Reach, Role
from baken.accounts.standing import running_posts
from baken.foundation import clock
from baken.foundation.codelists import codelist
from baken.foundation.errors import BakenError
from baken.ledger.models import Office
from baken.ui import administration
from baken.ui.permissions import look, opens

PER_PAGE = 50


class UserForm(forms.Form):
    """A new account."""

    username = forms.CharField(label=gettext_lazy("Gebruikersnaam"), max_length=150)
    first_name = forms.CharField(label=gettext_lazy("Voornaam"), max_length=150, required=False)
    last_name = forms.CharField(label=gettext_lazy("Familienaam"), max_length=150, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mailadres"), required=False)
    staff_number = forms.CharField(label=gettext_lazy("Personeelsnummer"), max_length=40, required=False)


class PostForm(forms.Form):
    """A post for somebody."""

    role = forms.ChoiceField(label=gettext_lazy("Rol"), choices=[("", gettext_lazy("Kies")), *Role.choices])
    team = forms.ModelChoiceField(
        Team.objects.order_by("name"), label=gettext_lazy("Team"), required=False, empty_label=gettext_lazy("geen team")
    )
    agency = forms.ChoiceField(label=gettext_lazy("Agentschap, waar er geen team is"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = codelist("agency")
        agencies = [(code, listed.label(code)) for code in listed.codes()]
        self.fields["agency"].choices = [("", _("volgt uit het team")), *agencies]  # type: ignore[attr-defined]


class TeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    office = forms.ModelChoiceField(
        Office.objects.exclude(agency=None).order_by("name", "code"), label=gettext_lazy("Vestiging")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].label_from_instance = lambda office: office.name or office.code  # type: ignore[attr-defined]


@opens("accounts")
@require_http_methods(["GET", "POST"])
def users(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, and making one."""
    form = UserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            new = User(**{**form.cleaned_data, "staff_number": form.cleaned_data["staff_number"] or None})
            made = administration.make_user(request.standing, new)  # type: ignore[attr-defined]
            return redirect("user", made.pk)
        except BakenError as error:
            form.add_error(None, str(error))
    look(request, Look.Kind.PAGE, "accounts")
    found = User.objects.prefetch_related("posts__team").order_by("last_name", "first_name", "username")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(one, [post for post in one.posts.all() if post.runs(clock.today())]) for one in page]
    return render(request, "ui/users.html", {"page": page, "rows": rows, "form": form, "bound": form.is_bound})


@opens("accounts")
@require_http_methods(["GET", "POST"])
def user(request: HttpRequest, number: int) -> HttpResponse:
    """One account: posts, and what is done to it."""
    one = get_object_or_404(User, pk=number)
    form = PostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            administration.give_post(request.standing, one, **form.cleaned_data)  # type: ignore[attr-defined]
            messages.success(request, _("De functie is gegeven; ze geldt vanaf vandaag."))
            return redirect("user", number)
        except BakenError as error:
            form.add_error(None, str(error))
    ended = [post for post in one.posts.select_related("team") if not post.runs(clock.today())]
    context = {"one": one, "posts": running_posts(one), "ended": ended, "form": form, "link": ""}
    return render(request, "ui/user.html", context | {"roles": _roles()})


def _roles() -> list[tuple[Any, str, Any]]:
    """(role, purpose, reach) of each role, to choose by."""
    return [(role.label, entitlement.purpose, Reach(entitlement.reach).label) for role, entitlement in POLICY.items()]


@opens("accounts")
@require_POST
def end_post(request: HttpRequest, number: int, post: int) -> HttpResponse:
    """Take a post away."""
    administration.end_post(request.standing, get_object_or_404(User, pk=number), post)  # type: ignore[attr-defined]
    messages.success(request, _("De functie is beëindigd."))
    return redirect("user", number)


ACTS = {
    "factors": (
        administration.reset_factors,
        gettext_lazy("De tweede factor is gewist; bij het aanmelden kiest men een nieuwe."),
    ),
    "sessions": (administration.end_sessions, gettext_lazy("Afgemeld op alle toestellen.")),
    "close": (administration.close, gettext_lazy("De account is gesloten.")),
    "open": (administration.reopen, gettext_lazy("De account is weer open.")),
}


@opens("accounts")
@require_POST
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Do something to an account: wipe the second factor, end sessions, close, open; or give a link for a password."""
    one, name = get_object_or_404(User, pk=number), request.POST.get("do", "")
    if name == "link":
        link = request.build_absolute_uri(administration.give_link(request.standing, one))  # type: ignore[attr-defined]
        context = {"one": one, "posts": running_posts(one), "ended": [], "form": PostForm(), "link": link}
        return render(request, "ui/user.html", context | {"roles": _roles()})
    if name in ACTS:
        act, said = ACTS[name]
        act(request.standing, one)  # type: ignore[attr-defined]
        messages.success(request, said)
    return redirect("user", number)


@opens("accounts")
@require_http_methods(["GET", "POST"])
def teams(request: HttpRequest) -> HttpResponse:
    """The teams, and making one."""
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            administration.make_team(request.standing, **form.cleaned_data)  # type: ignore[attr-defined]
            messages.success(request, _("Het team is gemaakt."))
            return redirect("teams")
        except BakenError as error:
            form.add_error(None, str(error))
    listed = Team.objects.select_related("office").prefetch_related("posts__user").order_by("name")
    today = clock.today()
    rows = [(team, [post for post in team.posts.all() if post.runs(today)]) for team in listed]
    return render(request, "ui/teams.html", {"rows": rows, "form": form, "bound": form.is_bound})
