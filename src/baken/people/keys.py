"""Keeping the name keys and the suspected doubles in step with the identities that they are derived from."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction

from baken.ledger import keeping
from baken.ledger.append import head, hold_lock
from baken.people import doubles
from baken.people.facts import DossierOpened
from baken.people.models import Identity, NameKey
from baken.people.names import name_words, sounds

AT_ONCE = 10_000


def refresh(dossiers: Collection[int]) -> None:
    """Compute anew the keys of the persons of these dossiers whose names changed unnoticed."""
    opened = DossierOpened.objects.filter(dossier__in=dossiers, retracted_in__isnull=True)
    index(set(opened.values_list("person", flat=True)))


def index(persons: Collection[int]) -> None:
    """Compute anew the keys of some persons, and whether they may be doubles; nothing where all stands as it should."""
    identities = {one.person: one for one in Identity.objects.filter(person__in=persons)}
    wanted = {(person, *key) for person, one in identities.items() for key in keys_of(one)}
    present = set(NameKey.objects.filter(person__in=persons).values_list("person", "word", "sound"))
    changed = {person for person, *_key in wanted ^ present}
    if changed:
        NameKey.objects.filter(person__in=changed).delete()
        NameKey.objects.bulk_create(NameKey(person=p, word=w, sound=s) for p, w, s in wanted if p in changed)
        doubles.refresh(changed)


def keys_of(identity: Identity) -> Iterator[tuple[str, str]]:
    """(word, sound) of a name."""
    for word in name_words(identity.family_name, identity.given_names):
        for sound in sounds(word):
            yield word, sound


def rebuild() -> int:
    """Compute all keys anew; returns how many."""
    with transaction.atomic():
        hold_lock()
        NameKey.objects.all().delete()
        count = _insert(Identity.objects.order_by("person").iterator(AT_ONCE))
        doubles.rebuild()
        last = head()
        keeping.stamp("names", last.id if last else 0)
    return count


def _insert(identities: Iterable[Identity]) -> int:
    rows = ((one.person, word, sound) for one in identities for word, sound in keys_of(one))
    sql = f"INSERT INTO {NameKey._meta.db_table} (person, word, sound) VALUES (%s, %s, %s)"
    count = 0
    with connection.cursor() as cursor:
        while some := list(islice(rows, AT_ONCE)):
            cursor.executemany(sql, some)
            count += len(some)
    return count


def on_saved(sender: Any, instance: Identity, **_: Any) -> None:
    """An identity was told or changed; its birth date alone may make it a double too."""
    index({instance.person})
    doubles.refresh({instance.person})


def on_deleted(sender: Any, instance: Identity, **_: Any) -> None:
    """An erased identity leaves no keys behind."""
    NameKey.objects.filter(person=instance.person).delete()
    doubles.forget({instance.person})
