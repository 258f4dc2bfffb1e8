"""Chance, and whole numbers in proportion: what every part of the demo draws with."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Rng = np.random.Generator


def stream(seed: int, *names: object) -> Rng:
    """A random stream of its own for a named part of the work, so that one part never shifts another."""
    return np.random.default_rng([seed, *(zlib.crc32(str(name).encode()) for name in names)])


def shares(weights: ArrayLike, total: int) -> Ints:
    """`total` as whole numbers in proportion to `weights`, by largest remainder."""
    exact = np.asarray(weights, float)
    exact = exact * (total / exact.sum()) if exact.sum() else exact
    whole = np.floor(exact).astype(np.int64)
    missing = total - int(whole.sum())
    whole[np.argsort(whole - exact, kind="stable")[:missing]] += 1
    return whole


def choose(rng: Rng, weights: ArrayLike, n: int) -> Ints:
    """n independent choices 0..k-1 with chances in proportion to `weights`."""
    bounds = np.cumsum(np.asarray(weights, float))
    return np.searchsorted(bounds, rng.random(n) * bounds[-1], side="right").astype(np.int64)


def some(rng: Rng, n: int, share: float) -> Bools:
    """n independent draws that are true with chance `share`."""
    return rng.random(n) < share


def pick(rng: Rng, among: Ints, count: int, weights: ArrayLike | None = None) -> Ints:
    """`count` different members of `among`, in random order; weights: the heavier, the likelier.

    Raises ValueError when there are not that many.
    """
    if count > len(among):
        raise ValueError(f"{count} asked of {len(among)}")
    keys = rng.exponential(size=len(among))
    if weights is not None:
        keys /= np.maximum(np.asarray(weights, float), 1e-12)
    nearest = np.argpartition(keys, count - 1)[:count] if 0 < count < len(among) else np.arange(count)
    return among[nearest][rng.permutation(count)]


def between(rng: Rng, low: ArrayLike, high: ArrayLike) -> Ints:
    """A whole number from low up to and including high for each pair (low where high is lower)."""
    low, high = np.broadcast_arrays(np.asarray(low, np.int64), np.asarray(high, np.int64))
    return low + np.floor(rng.random(low.shape) * np.maximum(high - low + 1, 1)).astype(np.int64)


def codes(names: Sequence[str], index: ArrayLike) -> tuple[tuple[str, ...], NDArray[np.int16]]:
    """A column of codes: `names[index]`, where an index of -1 is no code."""
    return tuple(names), np.asarray(index, np.int16)
