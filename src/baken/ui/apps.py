"""The room as a Django app."""

from django.utils.module_loading import autodiscover_modules

from baken.ledger.apps import RoomConfig


class UiConfig(RoomConfig):
    name = "baken.ui"
    verbose_name = "raamwerk"

    def ready(self) -> None:
        """Every room's `jobs.py` is imported, so that its jobs are known; pages without a permission are faults."""
        from baken.ui import permissions

        autodiscover_modules("jobs")
        permissions.register_check()
