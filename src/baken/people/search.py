"""Finding persons: sets of candidates, the surest first; who asks narrows them to what may be seen."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from rapidfuzz.distance import OSA

from baken.people.models import Identity, NameKey
from baken.people.names import likeness, name_words, sounds
from baken.people.question import Question

Persons = QuerySet[Any, Any]
"""A query of numbers of persons."""
SHORTEST = 3
"""Letters of a sound from which a slip is looked for."""


class Candidates(NamedTuple):
    """persons: a query of their numbers; guess: whether it supposes a slip, so only where nothing else is found."""

    persons: Persons
    guess: bool


def candidates(asked: Question) -> Iterator[Candidates]:
    """Ever wider: as written, as it sounds, with a slip, with one word less. Nothing for a question by dossier only."""
    if asked.national_number:
        number = Identity.objects.filter(national_number=asked.national_number)
        yield Candidates(number.values("person"), guess=False)
    elif asked.words:
        for guess, words in _wider(asked.words):
            yield Candidates(_born(asked.born, words), guess)
    elif asked.born:
        yield Candidates(Identity.objects.filter(_birth(asked.born)).values("person"), guess=False)


def ranked(asked: Question, found: Iterable[Identity]) -> list[Identity]:
    """Those found, the likest name first."""
    scored = [(-likeness(asked.words, name_words(one.family_name, one.given_names)), one) for one in found]
    ordered = sorted(scored, key=lambda pair: (pair[0], pair[1].family_name, pair[1].given_names, pair[1].person))
    return [one for _score, one in ordered]


def _wider(words: tuple[str, ...]) -> Iterator[tuple[bool, list[Q]]]:
    """Whether it is a guess, and for each word a condition on keys, all to be met; wider each time."""
    yield False, [_written(word) for word in words]
    yield False, [_written(word) | Q(sound__in=sounds(word)) for word in words]
    if len(words) > 1:
        joined = "".join(words)
        yield True, [_written(joined) | Q(sound__in=sounds(joined))]
    slips = [Q(sound__in=(*sounds(word), *_slips(word))) for word in words]
    yield True, slips
    if len(words) > 2:
        for left_out in range(len(words)):
            yield True, [condition for place, condition in enumerate(slips) if place != left_out]


def _written(word: str) -> Q:
    """A word that begins so; as a range, which every database reads from its index."""
    return Q(word__range=(word, word + "z" * 8))


def _slips(word: str) -> list[str]:
    """Sounds in use that differ by one letter from that of a word, of those that begin as it does."""
    found: set[str] = set()
    for sound in sounds(word):
        if len(sound) >= SHORTEST:
            begin = sound[0]
            keys = NameKey.objects.filter(sound__range=(begin, begin + "z" * 8)).values_list("sound", flat=True)
            found.update(key for key in keys.distinct() if OSA.distance(sound, key, score_cutoff=1) <= 1)
    return sorted(found)


def _born(born: str, words: list[Q]) -> Persons:
    first, *others = words
    found = NameKey.objects.filter(first)
    for other in others:
        found = found.filter(person__in=NameKey.objects.filter(other).values("person"))
    if born:
        found = found.filter(Exists(Identity.objects.filter(_birth(born), person=OuterRef("person"))))
    return found.values("person")


def _birth(born: str) -> Q:
    return Q(birth_date=born) if len(born) > 4 else Q(birth_date__range=(f"{born}-", f"{born}-99"))
