"""The shape of the file in which a person gets everything; its JSON schema is docs/person-export.schema.json."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "baken.person/1"


class Part(BaseModel):
    """What every part has in common."""

    model_config = ConfigDict(extra="forbid")


class Identity(Part):
    """Who the person is, as far as that was not erased."""

    national_number: str | None
    family_name: str
    given_names: str
    birth_date: str | None


class Recorded(Part):
    """The registration that told a fact, or took it back."""

    append: int
    at: datetime
    by: str = Field(description="staff number of who recorded it, or a system")
    source: str
    note: str


class Value(Part):
    """One column of a fact. value: as stored; words: as people read it."""

    column: str
    label: str
    value: Any
    words: str


class Told(Part):
    """One fact. texts: free text and details that it points to, by column."""

    kind: str
    title: str
    number: int
    dossier: str
    occurred_on: date
    office: str
    values: list[Value]
    texts: dict[str, dict[str, Any]]
    recorded: Recorded
    retracted: Recorded | None


class Decision(Part):
    """What was decided, and why. why: a sentence a step; trace: the whole motivation as it was kept."""

    rule: str
    label: str
    outcome: Any
    on: date
    confirmed: bool
    why: list[str]
    trace: dict[str, Any] | None


class Document(Part):
    """A paper that was made."""

    kind: str
    title: str
    day: date
    language: str
    made_at: datetime
    made_by: str
    code: str
    state: str
    sha256: str


class Read(Part):
    """Somebody looked, acted, exported or was refused."""

    at: datetime
    what: str
    who: str
    role: str
    place: str
    note: str


class Task(Part):
    """A term that runs."""

    term: str
    label: str
    due: date | None
    status: str


class Hold(Part):
    """A period in which nothing could be erased."""

    dossier: str
    reason: str
    since: datetime
    until: datetime | None


class Everything(Part):
    """Everything that is kept about one person."""

    format: Literal["baken.person/1"] = "baken.person/1"
    made_at: datetime
    known_in: int = Field(description="the last registration that it holds")
    dossiers: list[str]
    identity: Identity | None
    facts: list[Told]
    decisions: list[Decision]
    terms: list[Task]
    documents: list[Document]
    reads: list[Read]
    holds: list[Hold]
