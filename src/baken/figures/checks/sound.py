"""Do declarations speak of what the tables have? A misspelt dimension must not make a check fall silent."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from baken.figures.checks.rules import Declarations, FigureRules, Wrong


def require_known_names(declared: Declarations, dimensions: Mapping[str, Sequence[str]]) -> None:
    """Raise Wrong when a rule names an area that is not declared or a dimension its figure does not have.

    dimensions: those of each figure in the index; rules of figures that are not there are left alone.
    """
    for number, rules in declared.figures.items():
        if rules.area and rules.area not in declared.areas:
            undeclared = _("figuur %(number)s: het gebied “%(area)s” is niet aangegeven")
            raise Wrong(undeclared % {"number": number, "area": rules.area})
        if number in dimensions:
            unknown = [name for name in _dimensions_named(rules) if name not in dimensions[number]]
            if unknown:
                absent = _("figuur %(number)s heeft geen dimensie “%(name)s”")
                raise Wrong(absent % {"number": number, "name": unknown[0]})
    for kind, relations in (("at_most", declared.at_most), ("sums", declared.sums)):
        if any(len(relation.operands) < 2 for relation in relations):
            raise Wrong(_("%(place)s: heeft twee operanden nodig") % {"place": kind})
    for relation in declared.scope_notes:
        unknown = [area for area in relation.areas if area not in declared.areas]
        if unknown:
            raise Wrong(_("scope_notes: het gebied “%(area)s” is niet aangegeven") % {"area": unknown[0]})


def _dimensions_named(rules: FigureRules) -> Iterator[str]:
    yield from rules.totals
    yield from rules.subtotals
    if rules.shares:
        yield from rules.shares.only
        yield from () if rules.shares.counts else rules.shares.of
        yield from [rules.shares.split] if rules.shares.split else []
    if rules.averages:
        yield rules.averages.over
        yield from rules.averages.whole.by
