"""Random dossiers that the KBI 01.00 schema allows, drawn by walking the schema itself.

Hypothesis draws only a seed and how rich the dossier is: whole dossiers are too large for it to choose each value.
"""

import random
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from re import _parser  # the only parser of patterns in the standard library

from hypothesis import strategies as st
from lxml import etree

from baken.exchange.kbi import message

XS = "{http://www.w3.org/2001/XMLSchema}"
KBI = "http://inburgering.be/types/V01"
MOCKS = sorted((Path(__file__).parent / "kbi").glob("*.xml"))
ANSWERED = [path for path in MOCKS if b"KBIDossier" in path.read_bytes()]

Name = tuple[str, str]


@cache
def types() -> dict[Name, tuple[etree._Element, dict[str | None, str]]]:
    """Every named type of the schemas with the namespaces in scope."""
    found = {}
    for path in (message.SCHEMA.parents[2]).rglob("*.xsd"):
        root = etree.parse(path).getroot()
        for node in root:
            if node.get("name") and node.tag in (f"{XS}complexType", f"{XS}simpleType"):
                found[root.get("targetNamespace"), node.get("name")] = (node, dict(root.nsmap))
    return found


def resolved(name: str, spaces: dict[str | None, str]) -> Name:
    """A type's name with its namespace."""
    prefix, _, local = name.rpartition(":")
    return spaces.get(prefix or None, ""), local


def children(kind: Name) -> list[tuple[str, Name, etree._Element]]:
    """The child elements of a complex type: name, type, declaration."""
    node, spaces = types().get(kind, (None, {}))
    found = [] if node is None else node.iterfind(f"{XS}sequence/{XS}element")
    return [(child.get("name"), resolved(child.get("type"), spaces), child) for child in found]


def attributes(kind: Name) -> list[tuple[str, Name]]:
    """The attributes of a complex type: name, type."""
    node, spaces = types().get(kind, (None, {}))
    found = [] if node is None else node.iter(f"{XS}attribute")
    return [(attribute.get("name"), resolved(attribute.get("type"), spaces)) for attribute in found]


# ------------------------------------------------------------------------------------------------------ the walk


class Walk:
    """Draws elements of the schema's types; `rich` is the chance of each thing that is optional."""

    def __init__(self, seed: int, rich: float) -> None:
        self.chance, self.rich = random.Random(seed), rich

    def element(self, name: str, kind: Name) -> etree._Element:
        """An element of that name and type."""
        element = etree.Element(name)
        base = self._base(kind)
        if base is not None:
            element.text = self.text(base)
        for child, below, node in children(kind):
            for _ in range(self._count(node)):
                element.append(self.element(child, below))
        for attribute, below in attributes(kind):
            if self.chance.random() < self.rich:
                element.set(attribute, self.text(below))
        return element

    def _base(self, kind: Name) -> Name | None:
        """The simple type of an element's text, None where it holds elements."""
        if kind[0] == XS[1:-1] or types()[kind][0].tag == f"{XS}simpleType":
            return kind
        node, spaces = types()[kind]
        extension = node.find(f"{XS}simpleContent/{XS}extension")
        return None if extension is None else resolved(extension.get("base"), spaces)

    def _count(self, node: etree._Element) -> int:
        least, most = int(node.get("minOccurs", "1")), node.get("maxOccurs", "1")
        if least == 0 and self.chance.random() > self.rich:
            return 0
        return 1 if most == "1" else self.chance.choice((1, 1, 2, 3))

    def text(self, kind: Name) -> str:
        """A text of a simple type, boundary lengths and every lexical form included."""
        if kind[0] == XS[1:-1]:
            return self._built_in(kind[1])
        if kind[1] == "InszType":
            return self._national_number()
        node, spaces = types()[kind]
        restriction = node.find(f"{XS}restriction")
        facets: dict[str, list[str]] = {}
        for facet in restriction:
            facets.setdefault(etree.QName(facet).localname, []).append(facet.get("value"))
        if "enumeration" in facets:
            return self.chance.choice(facets["enumeration"])
        exact = facets.get("length", [None])[0]
        least, most = int(facets.get("minLength", [exact or 0])[0]), int(facets.get("maxLength", [exact or 200])[0])
        if "pattern" in facets:
            return self._of_pattern(self.chance.choice(facets["pattern"]), least, most)
        base = resolved(restriction.get("base"), spaces)
        return self._free(least, most) if base[0] == XS[1:-1] else self.text(base)

    def _built_in(self, name: str) -> str:
        if name == "boolean":
            return self.chance.choice(["true", "false", "true", "false", "1", "0", " true ", "\n0"])
        if name == "int":
            return self.chance.choice([str(self.chance.randint(-(2**31), 2**31 - 1)), "2", "+7", "007", " 3 ", "-0"])
        return self._free(0, 300)

    def _free(self, least: int, most: int) -> str:
        """Any text that XML can carry; long enough also when its white space is collapsed."""
        kinds = [
            "x" * most,
            "é" * max(least, 1),
            "a & <b> 'c' \"d\" ]]>",
            " \n ab\t\r ",
            "kbi:13",
            "JA",
            "\u2028🙂x",
            "",
        ]
        text = self.chance.choice([*kinds, *("".join(self.chance.choices("abcé 1", k=9)) for _ in range(6))])[:most]
        return text if len(" ".join(text.split())) >= least else "x" * max(least, 1)

    def _of_pattern(self, pattern: str, least: int, most: int) -> str:
        simple = pattern.replace(r"\p{L}", "a-zé").replace(r"\p{N}", "0-9").replace(r"\s", " ").replace(r"\d", "[0-9]")
        while True:
            text = "".join(self._piece(*node) for node in _parser.parse(simple))
            if least <= len(text) <= most:
                return self._plausible(text)

    def _plausible(self, text: str) -> str:
        """A full day in a (leap) year that the door lets in; any other text as it is."""
        day = re.fullmatch(r"\d{4}(-\d\d-\d\d)", text)
        return f"{self.chance.randrange(1904, 2056, 4)}{day[1]}" if day else text

    def _piece(self, op: object, argument: object) -> str:
        """A text for one node of a parsed pattern."""
        name = str(op)
        if name == "LITERAL":
            return chr(argument)
        if name == "ANY":
            return self.chance.choice("ab.é")
        if name == "IN":
            op, argument = self.chance.choice(argument)
            return chr(self.chance.randint(*argument)) if str(op) == "RANGE" else chr(argument)
        if name == "MAX_REPEAT":
            least, most, inner = argument
            count = self.chance.randint(least, min(most, least + 4))
            return "".join(self._piece(*node) for _ in range(count) for node in inner)
        nodes = argument[-1] if name == "SUBPATTERN" else self.chance.choice(argument[1])
        return "".join(self._piece(*node) for node in nodes)

    def _national_number(self) -> str:
        """A well-formed number of somebody born in the twentieth century."""
        year, month, day = self.chance.randint(40, 99), self.chance.randint(1, 12), self.chance.randint(1, 28)
        body = int(f"{year}{month:02}{day:02}{self.chance.randint(1, 997):03}")
        return f"{body:09}{97 - body % 97:02}"


# ------------------------------------------------------------------------------------------------- whole messages


def dossier_from(seed: int, rich: float) -> etree._Element:
    """A KBIDossier with Personalia (without it nobody could say whose it is)."""
    walk = Walk(seed, rich)
    dossier = walk.element("KBIDossier", (KBI, "DossierType"))
    if dossier.find("Personalia") is None:
        dossier.insert(0, walk.element("Personalia", (KBI, "PersonaliaType")))
    return dossier


def dossiers(*rich: float) -> st.SearchStrategy[etree._Element]:
    """Random dossiers, from nearly empty to full."""
    return st.builds(dossier_from, st.integers(0, 2**32), st.sampled_from(rich or (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)))


def answer(dossier: etree._Element) -> bytes:
    """A whole answer of the service that carries the dossier."""
    root = etree.fromstring(ANSWERED[0].read_bytes())
    content = root.find(".//Inhoud")
    content[:] = [deepcopy(dossier)]
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def dossier_of(content: bytes) -> etree._Element:
    """The dossier in an answer."""
    return etree.fromstring(content, etree.XMLParser(remove_comments=True)).find(".//KBIDossier")


def canonical(dossier: etree._Element) -> str:
    """C14N of a dossier, white space between elements left out (XML's own indifference)."""
    copy = etree.fromstring(etree.tostring(dossier))
    for element in copy.iter():
        if len(element):
            element.text = None
        element.tail = None
    return etree.tostring(copy, method="c14n", exclusive=True).decode()


# -------------------------------------------------------------------------------------------------------- changes


def mutated(dossier: etree._Element, other: etree._Element, seed: int) -> etree._Element:
    """The same person's dossier with random parts dropped, repeated, moved, changed, or taken from another."""
    chance, changed = random.Random(seed), deepcopy(dossier)
    for child in list(changed):
        if child.tag != "Personalia" and chance.random() < 0.2:
            changed.remove(child)
    for child in deepcopy(other):
        if child.tag != "Personalia" and changed.find(child.tag) is None and chance.random() < 0.5:
            _insert_in_order(changed, child)
    for parent in [element for element in changed.iter() if _repeats(element)]:
        _shake(parent, chance)
    for flag in changed.iter("OnderdeelMO", "OnderdeelNT2", "ContactTaal", "Voldaan"):
        flag.text = chance.choice([flag.text, "true", "false"])
    return changed


def _repeats(element: etree._Element) -> bool:
    return len(element) > 1 and len({child.tag for child in element}) == 1


def _shake(parent: etree._Element, chance: random.Random) -> None:
    move = chance.choice(["keep", "keep", "drop", "repeat", "swap"])
    if move == "drop":
        parent.remove(chance.choice(list(parent)))
    elif move == "repeat":
        parent.insert(chance.randrange(len(parent)), deepcopy(chance.choice(list(parent))))
    elif move == "swap":
        parent.append(parent[0])


def _insert_in_order(dossier: etree._Element, child: etree._Element) -> None:
    order = [name for name, _, _ in children((KBI, "DossierType"))]
    before = [element for element in dossier if order.index(element.tag) < order.index(child.tag)]
    dossier.insert(len(before), child)
