"""Whether the database is as the code expects it."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError, OperationalError
from django.utils.translation import gettext as _

from baken.foundation.errors import BakenError


class DatabaseNotReady(BakenError):
    """The database cannot be reached, or lacks tables."""

    code = "database_not_ready"


def require_answer() -> MigrationExecutor:
    """What has been migrated so far. Raises DatabaseNotReady when there is no database, or not one of ours."""
    try:
        return MigrationExecutor(connection)
    except OperationalError as error:
        raise DatabaseNotReady(
            _("De databank antwoordt niet."), _("Kijk BAKEN_DATABASE na, en of ze draait.")
        ) from error
    except DatabaseError as error:
        raise DatabaseNotReady(_("Dit is geen databank van Baken."), _("Kijk BAKEN_DATABASE na.")) from error


def require_migrated() -> None:
    """Raises DatabaseNotReady when the database does not answer or has not been migrated to this code."""
    executor = require_answer()
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise DatabaseNotReady(
            _("De databank heeft nog niet de tabellen van deze versie."), _("Voer eerst uit: baken migrate")
        )
