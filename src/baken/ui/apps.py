"""The room as a Django app."""

from baken.ledger.apps import RoomConfig


class UiConfig(RoomConfig):
    name = "baken.ui"
    verbose_name = "raamwerk"

    def ready(self) -> None:
        """A page without a permission is a fault of the whole house."""
        from baken.ui import permissions

        permissions.register_check()
