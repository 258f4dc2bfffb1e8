"""The one function that writes facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.foundation.errors import BadRequest, Conflict
from baken.ledger import keeping
from baken.ledger.checking import check_facts, check_header
from baken.ledger.digest import GENESIS, Content, Header, added_digests, chain, content_digest
from baken.ledger.facts import DossierFact, Fact, content_fields, fact_types, label_of
from baken.ledger.models import Append, DossierHead
from baken.ledger.schema import content_schema

LOCK = 4_213_031
"""Number of PostgreSQL's advisory lock under which appends are written one after another."""


def hold_lock() -> None:
    """Inside a transaction: wait for other appends and hold them off until it ends.

    On SQLite every transaction begins immediate (see settings), so the lock is already held.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def wait_for_open_appends() -> None:
    """Return once every append that was open has ended, so that what is visible is complete up to now."""
    with transaction.atomic():
        hold_lock()


def head() -> Append | None:
    """The last append, or None in an empty ledger."""
    return Append.objects.order_by("-id").first()


@dataclass(slots=True)
class _Staged:
    """What an append will write, made ready without the lock."""

    by_type: dict[str, list[Fact]]
    retract: dict[str, set[int]]
    content: str

    @property
    def count(self) -> int:
        return sum(map(len, self.by_type.values()))


def append(
    facts: Iterable[Fact],
    *,
    by: str,
    source: str,
    note: str = "",
    retract: Sequence[Fact] = (),
    seen: int | None = None,
    imported: bool = False,
) -> Append:
    """Record facts, and retract others, in one append.

    facts: unsaved instances without `id`. retract: facts that stand now. seen: the last append that the actor
    had seen of the dossiers concerned; None skips that check. imported: a partner told it, no law was asked.
    Raises BadRequest when a fact is not well formed or speaks of what is not there, Conflict when a dossier moved on
    or a fact was already retracted.
    """
    check_header(by, source, note)
    staged = _stage(list(facts), retract, imported=imported)
    if not staged.count and not retract:
        raise BadRequest(_("Er is niets te registreren."))
    with transaction.atomic():
        hold_lock()
        last = head()
        _refuse_if_moved_on(staged, retract, seen)
        record = _write_append(staged, last, by=by, source=source, note=note, imported=imported)
        _write_facts(staged, record)
        touched = {fact.dossier for fact in _all_dossier_facts(staged, retract)}
        _touch(touched, record.id)
        keeping.refresh(touched, last.id if last else 0, record.id)
    return record


def _stage(facts: list[Fact], retract: Sequence[Fact], *, imported: bool) -> _Staged:
    by_model: dict[type[Fact], list[Fact]] = {}
    for fact in facts:
        by_model.setdefault(type(fact), []).append(fact)
    check_facts(by_model, imported=imported)
    by_type = {label_of(model): rows for model, rows in by_model.items()}
    going: dict[str, set[int]] = {}
    for fact in retract:
        going.setdefault(label_of(type(fact)), set()).add(fact.pk)
    parts = {label: Content(len(rows), _digest(rows)) for label, rows in by_type.items()}
    for label, ids in going.items():
        parts.setdefault(label, Content()).retracted = sorted(ids)
    versions = {label: fact_types()[label].version for label in parts}
    ordered = {label: by_type[label] for label in sorted(by_type)}
    return _Staged(ordered, going, content_digest(parts, versions))


def _digest(rows: list[Fact]) -> bytes:
    """The digest of added rows; columns without any value, which it leaves out, are not even made."""
    schema = content_schema(type(rows[0]))
    columns = {}
    for field in content_fields(type(rows[0])):
        values = [_plain(field, getattr(row, field.attname)) for row in rows]
        if any(value is not None for value in values):
            columns[field.attname] = pa.array(values, schema.field(field.attname).type)
    table = pa.table({**columns, "appended_in": pa.array([0] * len(rows))})
    return added_digests([table], list(columns))[0].added_digest


def _plain(field: models.Field, value: Any) -> Any:
    if isinstance(field, models.DecimalField) and value is not None:
        return f"{value:.{field.decimal_places}f}"
    return value


def _all_dossier_facts(staged: _Staged, retract: Sequence[Fact]) -> Iterable[DossierFact]:
    for rows in (*staged.by_type.values(), retract):
        yield from (fact for fact in rows if isinstance(fact, DossierFact))


def _refuse_if_moved_on(staged: _Staged, retract: Sequence[Fact], seen: int | None) -> None:
    if seen is None:
        return
    dossiers = {fact.dossier for fact in _all_dossier_facts(staged, retract)}
    moved = DossierHead.objects.filter(dossier__in=dossiers, last_append__gt=seen).first()
    if moved:
        changed = _("Dossier %(dossier)s is gewijzigd in registratie %(append)s, na wat u had gezien.")
        raise Conflict(
            changed % {"dossier": moved.dossier, "append": moved.last_append},
            _("Kijk na wat er gewijzigd is en beslis opnieuw."),
        )


def _write_append(staged: _Staged, last: Append | None, *, by: str, source: str, note: str, imported: bool) -> Append:
    moment = clock.now()
    header = Header(
        id=last.id + 1 if last else 1,
        recorded_at=max(moment, last.recorded_at) if last else moment,
        recorded_by=by,
        source=source,
        note=note,
        imported=imported,
        first_fact=last.first_fact + last.fact_count if last else 1,
        fact_count=staged.count,
    )
    return record_append(header, last.digest if last else GENESIS, staged.content)


def record_append(header: Header, previous: str, content: str) -> Append:
    """Write an append's own row (its facts follow in the same transaction)."""
    fields = {name: getattr(header, name) for name in Header.__slots__}
    return Append.objects.create(**fields, content=content, digest=chain(previous, header, content))


def _write_facts(staged: _Staged, record: Append) -> None:
    number = record.first_fact
    for label, rows in staged.by_type.items():
        for row in rows:
            row.pk, row.appended_in, number = number, record.id, number + 1
        fact_types()[label]._default_manager.bulk_create(rows)
    for label, ids in staged.retract.items():
        standing = fact_types()[label]._default_manager.filter(pk__in=ids, retracted_in__isnull=True)
        if standing.update(retracted_in=record.id) != len(ids):
            gone = _("Een feit van %(fact)s is al ingetrokken.") % {"fact": label}
            raise Conflict(gone, _("Kijk na wat er gewijzigd is en beslis opnieuw."))


def _touch(dossiers: set[int], append_id: int) -> None:
    heads = [DossierHead(dossier=dossier, last_append=append_id) for dossier in dossiers]
    DossierHead.objects.bulk_create(
        heads, update_conflicts=True, unique_fields=["dossier"], update_fields=["last_append"]
    )
