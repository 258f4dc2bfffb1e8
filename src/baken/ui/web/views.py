"""The frame's own pages: start, jobs, reports, signing in."""

from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.static import serve

from baken.accounts import acts as accounts
from baken.accounts.models import Post, User
from baken.accounts.standing import running_posts
from baken.accounts.tokens import LONGEST, end_token, make_token, tokens_of
from baken.foundation.errors import BakenError
from baken.ui import acts, queries
from baken.ui.models import HELD, Job, State
from baken.ui.permissions import opens, own, public
from baken.ui.signing_in import lacks_second_factor

PER_PAGE = 25
DEMO = "demo"
"""By whom the posts of the demo were given; only into those one signs in without a password."""
REPORT_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""A report's drawings carry their style with them; scripts have no place in one."""


@public
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What Baken is, how far the ledger stands, and what to open next."""
    sees_reports = request.standing.opens("reports")  # type: ignore[attr-defined]
    context = {
        "ledger": queries.ledger_status(),
        "snapshot": queries.last_snapshot(),
        "reports": queries.reports() if sees_reports else None,
    }
    return render(request, "ui/start.html", context)


@opens("jobs")
@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """Jobs by state, newest first; the table refreshes itself unless asked not to."""
    state = request.GET.get("state", "")
    chosen = State(state) if state in State.values else None
    page = Paginator(queries.jobs(chosen), PER_PAGE).get_page(request.GET.get("page"))
    still = "still" in request.GET
    counts = queries.jobs_by_state()
    context = {
        "page": page,
        "chosen": chosen,
        "filters": [(each, counts.get(each, 0)) for each in State if each in counts or each == chosen],
        "total": sum(counts.values()),
        "workers": queries.workers(),
        "waiting": counts.get(State.WAITING, 0),
        "recurring": queries.recurring(),
        "still": still,
        "query": urlencode({"state": chosen} if chosen else {}),
    }
    return render(request, "ui/job_list.html", context)


@opens("jobs")
@require_safe
def job_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One job with every attempt at it."""
    job = get_object_or_404(Job, pk=number)
    context = {
        "job": job,
        "attempts": job.history.order_by("-number"),
        "lives": job.state in (*HELD, State.WAITING),
        "may_retry": job.may_become(State.WAITING) and job.state not in HELD,
        "may_cancel": job.state in (State.WAITING, State.RUNNING),
    }
    return render(request, "ui/job_detail.html", context)


@opens("jobs.act")
@require_POST
def job_retry(request: HttpRequest, number: int) -> HttpResponse:
    """Run a failed or cancelled job again."""
    get_object_or_404(Job, pk=number)
    acts.retry(number)
    messages.success(request, _("De taak staat opnieuw in de wachtrij."))
    return redirect("job-detail", number)


@opens("jobs.act")
@require_POST
def job_cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Cancel a waiting job or stop a running one."""
    get_object_or_404(Job, pk=number)
    job = acts.cancel(number)
    stopping = job.state == State.STOPPING
    messages.success(request, _("De taak wordt gestopt.") if stopping else _("De taak is geannuleerd."))
    return redirect("job-detail", number)


@opens("reports")
@require_safe
def report_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file of a report under `reports/`; Django's `serve` keeps the path inside that folder."""
    root: Path = settings.VAR / "reports"
    if not root.is_dir():
        raise Http404
    page = root / path
    if page.is_dir() and page.resolve().is_relative_to(root.resolve()):
        if not path.endswith("/"):
            return redirect("report", f"{path}/")
        path = f"{path}index.html"
    response = serve(request, path, document_root=str(root))
    response.headers["Content-Security-Policy"] = REPORT_POLICY
    return response


@public
@require_POST
def demo_sign_in(request: HttpRequest, post: int) -> HttpResponse:
    """Sign in as somebody of the demo, without a password; refused outside demo mode."""
    held = Post.objects.select_related("user").filter(pk=post, given_by=DEMO).first()
    if not settings.DEMO or held is None:
        raise PermissionDenied
    login(request, held.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    accounts.choose_post(held.user, post)
    return redirect("start")


@own
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: posts, password, second factors, devices."""
    posts = running_posts(request.user)  # type: ignore[arg-type]
    return render(request, "ui/account.html", {"posts": posts, "standing": request.standing})  # type: ignore[attr-defined]


@own
@require_POST
def choose_post(request: HttpRequest) -> HttpResponse:
    """Work on in another of one's posts."""
    number = request.POST.get("post", "")
    post = accounts.choose_post(request.user, int(number) if number.isdecimal() else 0)  # type: ignore[arg-type]
    messages.success(request, _("U werkt nu als %(role)s.") % {"role": post.get_role_display()})
    return redirect("start")


@own
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """One's tokens for programs; a new one is shown once."""
    user: User = request.user  # type: ignore[assignment]
    context: dict[str, object] = {"posts": running_posts(user), "longest": LONGEST}
    if request.method == "POST":
        if lacks_second_factor(request):
            return redirect("mfa_index")
        days, post = request.POST.get("days", ""), request.POST.get("post", "")
        given = (
            int(post) if post.isdecimal() else 0,
            request.POST.get("name", ""),
            int(days) if days.isdecimal() else 0,
        )
        try:
            context["made"], context["text"] = make_token(user, *given)
        except BakenError as fault:
            context["fault"] = fault
    return render(request, "ui/tokens.html", {**context, "tokens": tokens_of(user)})


@own
@require_POST
def token_remove(request: HttpRequest, number: int) -> HttpResponse:
    """Remove one of one's tokens."""
    end_token(request.user, number)  # type: ignore[arg-type]
    messages.success(request, _("Het token is verwijderd. Er werkt niets meer mee."))
    return redirect("tokens")
