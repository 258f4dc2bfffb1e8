"""Whether the database is as the code expects it, asked before a process that stays starts."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from baken.foundation.errors import BakenError


class DatabaseNotReady(BakenError):
    """The database cannot be reached, or lacks tables."""

    code = "database_not_ready"


def require_migrated() -> None:
    """Raises DatabaseNotReady when the database does not answer or has not been migrated to this code."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise DatabaseNotReady("The database does not answer.", "Check BAKEN_DATABASE and that it runs.") from error
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise DatabaseNotReady("The database is not up to date with this version.", "Run first: baken migrate")
