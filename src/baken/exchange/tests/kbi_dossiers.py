"""Random dossiers that the KBI 01.00 schema allows, drawn by walking the schema itself."""

import random
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from baken.exchange.kbi import message

XS = "{http://www.w3.org/2001/XMLSchema}"
KBI = "http://inburgering.be/types/V01"
MOCKS = sorted((Path(__file__).parent / "kbi").glob("*.xml"))
ANSWERED = [path for path in MOCKS if b"KBIDossier" in path.read_bytes()]

Name = tuple[str, str]


@cache
def types() -> dict[Name, tuple[etree._Element, dict[str, str]]]:
    """Every named type of the schemas with the namespaces in scope."""
    found = {}
    for path in (message.SCHEMA.parents[2]).rglob("*.xsd"):
        root = etree.parse(path).getroot()
        for node in root:
            if node.get("name") and node.tag in (f"{XS}complexType", f"{XS}simpleType"):
                found[root.get("targetNamespace"), node.get("name")] = (node, dict(root.nsmap))
    return found


def _resolve(name: str, spaces: dict[str | None, str]) -> Name:
    prefix, _, local = name.rpartition(":")
    return spaces.get(prefix or None, ""), local


# ---------------------------------------------------------------------------------------------------- the walk


class Walk:
    """Draws an element of a type; `rich` is the chance of what is optional."""

    def __init__(self, draw: Any, rich: float) -> None:
        self.draw, self.rich = draw, rich
        self.chance = draw(st.randoms(use_true_random=False))

    def element(self, name: str, kind: Name) -> etree._Element:
        """An element of that name and type."""
        element = etree.Element(name)
        self.fill(element, kind)
        return element

    def fill(self, element: etree._Element, kind: Name) -> None:
        """Attributes, text and children that the type allows."""
        if kind[0] == XS[1:-1] or types()[kind][0].tag == f"{XS}simpleType":
            element.text = self.text(kind)
            return
        node, spaces = types()[kind]
        extension = node.find(f"{XS}simpleContent/{XS}extension")
        if extension is not None:
            element.text = self.text(_resolve(extension.get("base"), spaces))
            node = extension
        for child in node.iterfind(f"{XS}sequence/{XS}element"):
            for _ in range(self._count(child)):
                element.append(self.element(child.get("name"), _resolve(child.get("type"), spaces)))
        for attribute in node.iterfind(f"{XS}attribute"):
            if self.chance.random() < self.rich:
                element.set(attribute.get("name"), self.text(_resolve(attribute.get("type"), spaces)))

    def _count(self, child: etree._Element) -> int:
        least, most = int(child.get("minOccurs", "1")), child.get("maxOccurs", "1")
        if least == 0 and self.chance.random() > self.rich:
            return 0
        return max(least, 1) if most == "1" else self.chance.choice((1, 1, 2, 3))

    def text(self, kind: Name) -> str:
        """A text of a simple type."""
        return self.draw(texts(kind))


@cache
def texts(kind: Name) -> st.SearchStrategy[str]:
    """Texts of a simple type, boundary lengths and every lexical form included."""
    namespace, local = kind
    if namespace == XS[1:-1]:
        return BUILT_IN[local]
    if local == "InszType":
        return NATIONAL_NUMBERS
    node, spaces = types()[kind]
    restriction = node.find(f"{XS}restriction")
    facets: dict[str, list[str]] = {}
    for facet in restriction:
        facets.setdefault(etree.QName(facet).localname, []).append(facet.get("value"))
    if "enumeration" in facets:
        return st.sampled_from(facets["enumeration"])
    least, most = int(facets.get("minLength", ["0"])[0]), int(facets.get("maxLength", ["200"])[0])
    if "length" in facets:
        least = most = int(facets["length"][0])
    if "pattern" in facets:
        patterns = [st.from_regex(_python(pattern), fullmatch=True) for pattern in facets["pattern"]]
        return st.one_of(patterns).map(lambda text: text.replace("\x1f", "")).filter(lambda t: least <= len(t) <= most)
    base = _resolve(restriction.get("base"), spaces)
    if base[0] != XS[1:-1]:
        return texts(base)
    collapsed = "collapse" in facets.get("whiteSpace", [])
    return _free(least, most, collapsed=collapsed)


def _python(pattern: str) -> str:
    simple = pattern.replace(r"\p{L}", "a-zé").replace(r"\p{N}", "0-9").replace(r"\s", " ").replace(r"\d", "[0-9]")
    return simple.replace(".+", "[a-z.]+")


def _free(least: int, most: int, *, collapsed: bool = False) -> st.SearchStrategy[str]:
    """Any text that XML can carry; its length is counted after collapsing where the type says so."""
    characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    plain = st.text(characters, min_size=least, max_size=min(most, least + 12))
    edges = st.sampled_from(["x" * most, "é" * max(least, 1), "a & <b> 'c' \"d\""[:most].ljust(least, "x")])
    spaced = st.sampled_from([" ", "\n  ", "\t", "\r"]).map(lambda space: (space + "ab" + space).ljust(least, "x"))
    if collapsed or most < 12:
        return st.one_of(plain, edges).filter(lambda text: least <= len(" ".join(text.split())) and len(text) <= most)
    return st.one_of(plain, edges, spaced)


BUILT_IN = {
    "string": _free(0, 120),
    "boolean": st.sampled_from(["true", "false", "1", "0", " true ", "\n0"]),
    "int": st.one_of(st.integers(-(2**31), 2**31 - 1).map(str), st.sampled_from(["+7", "007", " 3 ", "-0"])),
}


def _numbered(body: int) -> str:
    return f"{body:09}{97 - body % 97:02}"


NATIONAL_NUMBERS = st.builds(
    lambda year, month, day, serial: _numbered(int(f"{year:02}{month:02}{day:02}{serial:03}")),
    st.integers(40, 99),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(1, 997),
)
"""Well-formed numbers of people born in the twentieth century (nobody's: the serial is drawn)."""


# ------------------------------------------------------------------------------------------------- whole messages


@st.composite
def dossiers(draw: Any, rich: float | None = None) -> etree._Element:
    """A KBIDossier with Personalia (without it nobody could say whose it is)."""
    walk = Walk(draw, rich if rich is not None else draw(st.sampled_from([0.2, 0.5, 0.8, 1.0])))
    dossier = walk.element("KBIDossier", (KBI, "DossierType"))
    if dossier.find("Personalia") is None:
        dossier.insert(0, walk.element("Personalia", (KBI, "PersonaliaType")))
    return dossier


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
    copy.tail = None
    return etree.tostring(copy, method="c14n", exclusive=True).decode()


def mutated(dossier: etree._Element, other: etree._Element, seed: int) -> etree._Element:
    """The same person's dossier with random parts dropped, repeated, moved, or taken from another dossier."""
    chance, changed = random.Random(seed), deepcopy(dossier)
    for child in list(changed):
        if child.tag != "Personalia" and chance.random() < 0.2:
            changed.remove(child)
    for child in deepcopy(other):
        if child.tag != "Personalia" and changed.find(child.tag) is None and chance.random() < 0.5:
            _insert_in_order(changed, child)
    for parent in [element for element in changed.iter() if _repeats(element)]:
        _shake(parent, chance)
    return changed


def _repeats(element: etree._Element) -> bool:
    return len(element) > 1 and len({child.tag for child in element}) == 1 and element.tag != "Achternamen"


def _shake(parent: etree._Element, chance: random.Random) -> None:
    move = chance.choice(["keep", "keep", "drop", "repeat", "swap"])
    if move == "drop":
        parent.remove(chance.choice(list(parent)))
    elif move == "repeat":
        parent.insert(chance.randrange(len(parent)), deepcopy(chance.choice(list(parent))))
    elif move == "swap":
        parent.append(parent[0])


def _insert_in_order(dossier: etree._Element, child: etree._Element) -> None:
    order = [element.get("name") for element in types()[KBI, "DossierType"][0].iter(f"{XS}element")]
    before = [element for element in dossier if order.index(element.tag) < order.index(child.tag)]
    dossier.insert(len(before), child)
