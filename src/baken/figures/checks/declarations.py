"""Reads what is declared about tables: in their index, in `declarations.yaml` beside them, or built in.

docs/check-tables.md describes every key. Nothing here or in the checks knows a particular number.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from baken.figures.checks.rules import (
    AverageRule,
    Declarations,
    FigureRules,
    Operand,
    Relation,
    ShareRule,
    TotalRule,
    Wrong,
)
from baken.figures.checks.sound import require_known_names
from baken.figures.published import EDITIONS
from baken.figures.published.lines import Fault, UnusableTables, read_yaml

BESIDE = "declarations.yaml"
FIGURE_KEYS = ("decimals", "area", "totals", "subtotals", "shares", "empty_as", "averages", "sparse")


def load_declarations(folder: Path, index: Mapping[str, Any], chosen: Path | None = None) -> Declarations:
    """The index's own declarations, with those of `chosen`, of the folder, or of the edition the index names.

    Raises UnusableTables when a declaration has no meaning.
    """
    path = chosen or _beside_or_built_in(folder, index)
    try:
        return _declared(index, read_yaml(path) if path else {})
    except Wrong as wrong:
        raise UnusableTables([Fault(path.name if path else "index.yaml", None, None, str(wrong))]) from None


def _declared(index: Mapping[str, Any], extra: Mapping[str, Any]) -> Declarations:
    """What an index and further declarations say together. Raises Wrong."""
    own = {str(entry["number"]): entry for entry in index.get("figures", []) if isinstance(entry, dict)}
    figures = _mapping(extra, "figures")
    rules = {
        number: _figure_rules(number, {key: own.get(number, {}).get(key) for key in FIGURE_KEYS}, figures)
        for number in {*own, *map(str, figures)}
    }
    declared = Declarations(
        figures=rules,
        areas={**_areas(index), **_areas(extra)},
        **{kind: _relations(kind, index, extra) for kind in ("same", "at_most", "sums", "scope_notes")},
    )
    require_known_names(declared, {number: entry.get("dimensions") or [] for number, entry in own.items()})
    return declared


def _beside_or_built_in(folder: Path, index: Mapping[str, Any]) -> Path | None:
    """Beside the tables, else of the edition that the index names, else of the newest one whose tables are alike."""
    if (folder / BESIDE).exists():
        return folder / BESIDE
    built_in = sorted(EDITIONS.glob(f"*/{BESIDE}"), reverse=True)
    named = re.search(r"\b(20\d\d)\b", str(index.get("edition") or index.get("document") or ""))
    of_its_year = [path for path in built_in if named and path.parent.name == named[1]]
    if of_its_year or _declares(index):
        return of_its_year[0] if of_its_year else None
    return next((path for path in built_in if _alike(index, path)), None)


def _declares(index: Mapping[str, Any]) -> bool:
    """Whether the index itself declares anything about its tables."""
    entries = [index, *(entry for entry in index.get("figures", []) if isinstance(entry, dict))]
    return any(entry.get(key) for entry in entries for key in (*FIGURE_KEYS, "same", "at_most", "sums", "scope_notes"))


def _alike(index: Mapping[str, Any], path: Path) -> bool:
    """Whether the figures of these tables have the dimensions that the declarations of another edition speak of."""
    try:
        _declared(index, read_yaml(path))
    except Wrong:
        return False
    return True


def _figure_rules(number: str, own: Mapping[str, Any], extra: Mapping[Any, Any]) -> FigureRules:
    """One figure's rules from its entry in the index, overridden by the declarations."""
    place = _("figuur %(number)s") % {"number": number}
    further = extra.get(number, extra.get(int(number) if number.isdigit() else number)) or {}
    _only(further, FIGURE_KEYS, place)
    given = {key: value for key, value in {**own, **further}.items() if value is not None}
    totals = {dim: _total_rule(rule, place) for dim, rule in _mapping(given, "totals").items()}
    subtotals = {str(dim): _codes(_mapping(given["subtotals"], dim)) for dim in _mapping(given, "subtotals")}
    return FigureRules(
        decimals=_whole(given, "decimals", place) if "decimals" in given else None,
        area=str(given.get("area", "")),
        totals=totals,
        subtotals=subtotals,
        shares=_share_rule(given["shares"], place) if "shares" in given else None,
        empty_as=str(given.get("empty_as", "")),
        averages=_average_rule(given["averages"], place) if "averages" in given else None,
        sparse=bool(given.get("sparse", False)),
    )


def _total_rule(rule: Any, place: str) -> TotalRule:
    given = {"kind": rule} if isinstance(rule, str) else rule
    _only(given, ("kind", "footnote"), place)
    if given.get("kind") not in ("additive", "distinct", "between"):
        wrong = _("%(place)s: een totaal is additive, distinct of between, niet “%(kind)s”")
        raise Wrong(wrong % {"place": place, "kind": given.get("kind")})
    return TotalRule(given["kind"], str(given.get("footnote", "")))


def _share_rule(given: Any, place: str) -> ShareRule:
    _only(given, ("of", "only", "split", "counts", "with"), place)
    return ShareRule(
        of={str(k): str(v) for k, v in _mapping(given, "of").items()},
        only=_codes(_mapping(given, "only")),
        split=str(given.get("split", "")),
        counts=str(given.get("counts", "")),
        with_codes={str(k): str(v) for k, v in _mapping(given, "with").items()},
    )


def _average_rule(given: Any, place: str) -> AverageRule:
    _only(given, ("over", "whole", "at_least"), place)
    if not given.get("over") or not given.get("whole"):
        raise Wrong(_("%(place)s: averages heeft `over` en `whole` nodig") % {"place": place})
    return AverageRule(str(given["over"]), _operand(given["whole"], place), str(given.get("at_least", "")))


def _areas(source: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    areas = _mapping(source, "areas")
    return {str(name): _codes(_mapping(areas, name)) for name in areas}


def _relations(kind: str, *sources: Mapping[str, Any]) -> tuple[Relation, ...]:
    return tuple(_relation(given, kind) for source in sources for given in _list(source, kind))


def _relation(given: Any, place: str) -> Relation:
    _only(given, ("nl", "en", "operands", "footnote", "areas", "figures"), place)
    if not given.get("nl") or not given.get("en"):
        raise Wrong(_("%(place)s: elk heeft een naam nodig, in nl en en") % {"place": place})
    return Relation(
        nl=given["nl"],
        en=given["en"],
        operands=tuple(_operand(one, f"{place}, {given['nl']}") for one in _list(given, "operands")),
        footnote=str(given.get("footnote", "")),
        areas=tuple(map(str, _list(given, "areas"))),
        figures=tuple(map(str, _list(given, "figures"))),
    )


def _operand(given: Any, place: str) -> Operand:
    _only(given, ("figure", "key", "prose", "where", "by", "per", "decimals"), place)
    if sum(bool(given.get(source)) for source in ("figure", "key", "prose")) != 1:
        raise Wrong(_("%(place)s: een operand noemt één van figure, key, prose") % {"place": place})
    return Operand(
        figure=str(given.get("figure", "")),
        key=str(given.get("key", "")),
        prose=str(given.get("prose", "")),
        where=_codes(_mapping(given, "where")),
        by=tuple(map(str, _list(given, "by"))),
        per=_operand(given["per"], place) if given.get("per") else None,
        decimals=_whole(given, "decimals", place),
    )


def _whole(given: Mapping[Any, Any], key: str, place: str) -> int:
    found = given.get(key, 0)
    if not isinstance(found, int):
        raise Wrong(_("%(place)s: %(key)s moet een geheel getal zijn") % {"place": place, "key": key})
    return found


def _codes(given: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    """{name: codes}, where one code may stand without a list."""
    return {str(k): tuple(map(str, v)) if isinstance(v, list) else (str(v),) for k, v in given.items()}


def _list(given: Mapping[Any, Any], key: str) -> list[Any]:
    found = given.get(key) or []
    if not isinstance(found, list):
        raise Wrong(_("%(place)s: moet een lijst zijn") % {"place": key})
    return found


def _mapping(given: Mapping[Any, Any], key: str) -> Mapping[Any, Any]:
    found = given.get(key) or {}
    if not isinstance(found, dict):
        raise Wrong(_("%(place)s: moet sleutels met een naam hebben") % {"place": key})
    return found


def _only(given: Any, allowed: Sequence[str], place: str) -> None:
    if not isinstance(given, dict):
        raise Wrong(_("%(place)s: moet sleutels met een naam hebben") % {"place": place})
    unknown = [str(key) for key in given if key not in allowed]
    if unknown:
        wrong = _("%(place)s: “%(key)s” betekent niets; er zijn %(allowed)s")
        raise Wrong(wrong % {"place": place, "key": unknown[0], "allowed": ", ".join(allowed)})
