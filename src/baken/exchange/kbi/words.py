"""What a schema validator complains of, in Dutch and English; never with the value it stumbled on, save a code."""

import re
from typing import Any

from lxml import etree

LENGTH = (
    "{attribute}de waarde telt {given} tekens, de grens is {bound}",
    "{attribute}the value has {given} characters, the bound is {bound}",
)
SENTENCES: dict[str, tuple[str, str]] = {
    "SCHEMAV_ELEMENT_CONTENT": ("hier wordt {expected} verwacht", "{expected} is expected here"),
    "SCHEMAV_CVC_ENUMERATION_VALID": (
        "{attribute}“{value}” is geen code van de lijst {codes}",
        "{attribute}“{value}” is not a code of the list {codes}",
    ),
    "SCHEMAV_CVC_PATTERN_VALID": (
        "{attribute}de waarde heeft niet de vorm {pattern}",
        "{attribute}the value has not the form {pattern}",
    ),
    "SCHEMAV_CVC_DATATYPE_VALID_1_2_1": ("{attribute}dit is geen {type}", "{attribute}this is no {type}"),
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": ("het kenmerk {name} bestaat niet", "there is no attribute {name}"),
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": ("hier hoort geen tekst", "no text belongs here"),
    "SCHEMAV_CVC_TYPE_3_1_2": ("hier horen geen elementen", "no elements belong here"),
    "SCHEMAV_CVC_LENGTH_VALID": LENGTH,
    "SCHEMAV_CVC_MINLENGTH_VALID": LENGTH,
    "SCHEMAV_CVC_MAXLENGTH_VALID": LENGTH,
}
PARTS = {
    "expected": r"Expected is (?:one of )?\( (.*) \)",
    "value": r"The value '(.*)' is not an element",
    "codes": r"the set \{(.*)\}",
    "pattern": r"by the pattern '(.*)'\.$",
    "type": r"of the (?:atomic|list|union) type '(?:xs:)?(.*)'\.$",
    "name": r"The attribute '(.*)' is not allowed",
    "given": r"has a length of '(\d+)'",
    "bound": r"allowed (?:maximum |minimum )?length of '(\d+)'",
}


UNREADABLE = {
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY: "hier begint geen XML",
    etree.ErrorTypes.ERR_DOCUMENT_END: "er staat nog iets na het laatste element",
    etree.ErrorTypes.ERR_INVALID_CHAR: "hier staat een teken dat in XML niet mag",
    etree.ErrorTypes.ERR_INVALID_ENCODING: "hier staat een teken dat niet in de opgegeven codering past",
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "een element wordt onder een andere naam gesloten",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "een element wordt niet gesloten",
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: "hier staat een entiteit die niet bestaat",
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING: "de opgegeven codering bestaat niet",
}


def unreadable(error: etree.XMLSyntaxError) -> tuple[str, str]:
    """Why a text is no XML, in Dutch and in English; the place is told apart."""
    nl = UNREADABLE.get(error.code, "hier klopt de XML niet")
    return nl, str(error.msg).partition(", line ")[0]


def in_words(error: Any) -> tuple[str, str]:
    """A sentence for an entry of lxml's error log, in Dutch and in English."""
    found = {name: _first(pattern, error.message) for name, pattern in PARTS.items()}
    found["attribute"] = "".join(f"{name}: " for name in re.findall(r"attribute '([^']*)':", error.message))
    if not found["expected"] and error.type_name == "SCHEMAV_ELEMENT_CONTENT":
        return "hier hoort geen element meer", "no further element belongs here"
    nl, en = SENTENCES.get(error.type_name, ("de schemacontrole zegt {rule}", "the schema check says {rule}"))
    found["rule"] = error.type_name.removeprefix("SCHEMAV_")
    return nl.format(**found), en.format(**found)


def _first(pattern: str, message: str) -> str:
    match = re.search(pattern, message, re.DOTALL)
    return match.group(1) if match else ""
