"""The ledger as a Django app, and the base of every room's app."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_noop


class RoomConfig(AppConfig):
    """A room: its fact types (`facts.py`) are Django models, found beside those of `models.py`."""

    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import `acts`, so that every act of the room is declared."""
        if find_spec(f"{self.name}.acts"):
            import_module(f"{self.name}.acts")

    def import_models(self) -> None:
        """Import `facts` before Django looks for models."""
        if find_spec(f"{self.name}.facts"):
            import_module(f"{self.name}.facts")
        super().import_models()


class LedgerConfig(RoomConfig):
    name = "baken.ledger"
    verbose_name = gettext_noop("grootboek")

    def ready(self) -> None:
        """After every migration the guards that refuse changes are laid anew."""
        from baken.ledger import guards

        super().ready()
        post_migrate.connect(guards.reinstall_after_migrate, sender=self, dispatch_uid="ledger-guards")
        guards.register_check()
