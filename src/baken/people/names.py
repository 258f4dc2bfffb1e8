"""Names as they are written and as they sound, so that one is found however a clerk spelled it.

A sound keeps the consonants only, with those alike that transliterations and languages take for each other:
Mohammed, Mohamad and Mehmet are `mhmt`; Youssef and Yusuf `ysf`; Oleksandr and Alexander `alksntr`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

LONGEST = 24
"""Letters of a word, or of its sound, that count."""
MOST_SOUNDS = 4
ALIKE = 0.88
"""From which likeness (Jaro-Winkler, 0 to 1) two words are near."""

SOUNDS = (
    ("^[yj](?=e)", ("y", "a")),
    ("^y", ("y",)),
    ("^[aeiou][aeiouy]*", ("a",)),
    ("dzh|dj|zh", ("j",)),
    ("tsch|tch|tsj|sch|sh|sj|cz|sz|ts|tz|dz", ("s",)),
    ("^j", ("j", "y")),
    ("j", ("", "j")),
    ("ch", ("s", "k")),
    ("kh|ck|q", ("k",)),
    ("gh", ("g",)),
    ("ph", ("f",)),
    ("th|dh|d", ("t",)),
    ("x", ("ks",)),
    ("c(?=[eiy])", ("s",)),
    ("c", ("k",)),
    ("z", ("s",)),
    ("w", ("v",)),
    ("h$", ("",)),
    ("[aeiouy]", ("",)),
)
"""What is read for what; several readings where languages differ (Rachid is Rashid, Michael is Mikael)."""
_READ = re.compile("|".join(f"({pattern})" for pattern, _options in SOUNDS) + "|(.)")


def words(name: str) -> list[str]:
    """The words of a name in plain letters: `Nguyễn-D'Haese` is nguyen, dhaese."""
    plain = re.sub("['’`ʼʿʾ]", "", name)
    return [word[:LONGEST] for word in re.findall("[a-z0-9]+", anyascii(plain).lower())]


def name_words(family_name: str, given_names: str) -> list[str]:
    """The words by which a person is found; a family name in parts also as one word (De Vries, Devries)."""
    family, given = words(family_name), words(given_names)
    joined = ["".join(part)[:LONGEST] for part in (family, given) if len(part) > 1]
    return list(dict.fromkeys((*family, *given, *joined)))


@lru_cache(maxsize=100_000)
def sounds(word: str) -> tuple[str, ...]:
    """How a word may sound, at most four ways; a word of which hardly a consonant remains sounds as it is written."""
    parts = [_options(found) for found in _READ.finditer(word)]
    read = (re.sub(r"(.)\1+", r"\1", "".join(said)) for said in islice(product(*parts), MOST_SOUNDS))
    return tuple(dict.fromkeys(sound[:LONGEST] if len(sound) > 1 else word for sound in read))


def _options(found: re.Match[str]) -> Sequence[str]:
    which = (found.lastindex or 0) - 1
    return SOUNDS[which][1] if which < len(SOUNDS) else (found[0],)


def likeness(asked: Sequence[str], told: Sequence[str]) -> float:
    """How well the words asked stand among the words told, in any order: 0 to 1; a beginning counts nearly in full."""
    if not asked or not told:
        return 0.0
    return sum(max(_alike(one, other) for other in told) for one in asked) / len(asked)


def _alike(asked: str, told: str) -> float:
    if asked == told:
        return 1.0
    if told.startswith(asked):
        return 0.95
    near = JaroWinkler.similarity(asked, told)
    return max(near, 0.9) if set(sounds(asked)) & set(sounds(told)) else near


def near(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names may be one person's: every word of the shorter stands in the longer, or nearly."""
    less, more = sorted((some, others), key=len)
    return len(less) > 1 and all(max(_alike(one, other) for other in more) >= ALIKE for one in less)
