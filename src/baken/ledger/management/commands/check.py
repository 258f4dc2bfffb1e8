"""`baken check`: Django's own, in our words and always with the database."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import ERROR, run_checks
from django.core.management.base import SystemCheckError
from django.core.management.commands import check
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.foundation.errors import BadRequest


class Command(check.Command):
    """What is set up, judged by the checks of Django and of every room."""

    help = gettext_noop("Nagaan of alles goed is opgezet, ook de wachten in de databank.")

    def handle(self, *app_labels: Any, **options: Any) -> None:
        """Check all rooms, or those named. Raises BadRequest for a room that is none."""
        try:
            super().handle(*app_labels, **options)
        except LookupError:
            raise BadRequest(
                _("Een van deze kamers bestaat niet: %(rooms)s.") % {"rooms": ", ".join(app_labels)}
            ) from None

    def check(
        self,
        app_configs: Sequence[Any] | None = None,
        tags: Sequence[str] | None = None,
        display_num_errors: bool = False,
        include_deployment_checks: bool = False,
        fail_level: int = ERROR,
        databases: Sequence[str] | None = None,
    ) -> None:
        """Say that all is well, or what is not; raises SystemCheckError where that is serious."""
        found = run_checks(app_configs, tags, include_deployment_checks, databases or ["default"])
        issues = [issue for issue in found if not issue.is_silenced()]
        told = "\n".join(map(str, issues))
        if any(issue.is_serious(fail_level) for issue in issues):
            raise SystemCheckError(told)
        self.stdout.write(told or _("Alles is goed opgezet."))
