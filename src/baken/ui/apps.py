"""The room as a Django app."""

from django.utils.translation import gettext_lazy, gettext_noop

from baken.ledger.apps import RoomConfig


class UiConfig(RoomConfig):
    name = "baken.ui"
    verbose_name = gettext_noop("raamwerk")

    def ready(self) -> None:
        """A page without a permission is a fault of the whole house."""
        from baken.ui import converters, navigation, permissions

        super().ready()
        jobs = navigation.Entry("job-list", gettext_lazy("Achtergrondtaken"), "jobs", ("job-detail",))
        navigation.add(80, navigation.Entry("accounts", gettext_lazy("Toegang"), "accounts", ("user", "teams")))
        navigation.add(90, jobs)
        converters.register()
        permissions.register_check()
