"""The one place that says who may do what: for each role its purpose, its reach, its groups of fields, acts and pages.

Forms, pages, API and exports all ask here (`accounts.standing`). What is not named is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody does, in the words of the agencies."""

    COUNSELLOR = "counsellor", _("trajectbegeleider")
    NT2_CONSULTANT = "nt2_consultant", _("NT2-consulent")
    MO_TEACHER = "mo_teacher", _("leerkracht MO")
    PLANNER = "planner", _("planner")
    TEAM_LEAD = "team_lead", _("teamverantwoordelijke")
    ENFORCEMENT = "enforcement", _("handhavingsambtenaar")
    APPEAL = "appeal", _("beroepscommissie")
    REPORTING = "reporting", _("rapporteur")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("beheerder")


class Reach(TextChoices):
    """Which dossiers somebody sees without breaking the glass."""

    NONE = "none", _("geen dossiers")
    CASELOAD = "caseload", _("eigen dossiers")
    TEAM = "team", _("dossiers van het team")
    AGENCY = "agency", _("dossiers van het agentschap")
    INFRINGEMENT = "infringement", _("dossiers met een inbreuk")
    APPEALED = "appealed", _("dossiers met een beroep")
    ALL = "all", _("alle dossiers")


class Group(StrEnum):
    """A group of fields that is read or written for a purpose. Every fact type and kind of record is in one."""

    IDENTITY = "identity"
    CONTACT = "contact"
    PERSON = "person"
    PATH = "path"
    MO = "mo"
    NT2 = "nt2"
    WORK = "work"
    HEALTH = "health"
    MONEY = "money"
    ENFORCEMENT = "enforcement"
    NOTES = "notes"
    LOOKS = "looks"


GROUPS = {
    Group.IDENTITY: _("naam, rijksregisternummer en geboortedatum"),
    Group.CONTACT: _("adres en bereikbaarheid"),
    Group.PERSON: _("herkomst, verblijf, gezin en talen"),
    Group.PATH: _("traject, contract en attesten"),
    Group.MO: _("maatschappelijke oriëntatie"),
    Group.NT2: _("Nederlands als tweede taal"),
    Group.WORK: _("werk en participatie"),
    Group.HEALTH: _("gezondheid"),
    Group.MONEY: _("betalingen"),
    Group.ENFORCEMENT: _("inbreuken en boetes"),
    Group.NOTES: _("notities"),
    Group.LOOKS: _("wie keek in het dossier"),
}

OF_ROOM = {
    "people": Group.PERSON,
    "programme": Group.PATH,
    "orientation": Group.MO,
    "dutch": Group.NT2,
    "work": Group.WORK,
    "participation": Group.WORK,
    "fees": Group.MONEY,
    "enforcement": Group.ENFORCEMENT,
}
"""The group of the facts of a room."""
OF_FACT = {
    "people.residence_registered": Group.CONTACT,
    "programme.conversation_held": Group.NOTES,
    "dutch.learning_ability_assessed": Group.HEALTH,
}
"""Fact types that are in another group than the rest of their room."""
HEALTH_CODES = frozenset(("illness", "pregnancy", "care"))
"""Grounds that tell of somebody's health: who may not read that sees only that there is a ground."""


def group_of(label: str) -> Group:
    """The group of a fact type (`programme.registered`). Raises KeyError for a room that has none."""
    return OF_FACT.get(label) or OF_ROOM[label.partition(".")[0]]


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a role may. acts: names of acts, `programme.*` for all of a room; pages: those without a dossier."""

    purpose: Any
    reach: Reach
    reads: frozenset[Group] = frozenset()
    writes: frozenset[Group] = frozenset()
    acts: tuple[str, ...] = ()
    pages: frozenset[str] = field(default_factory=frozenset)
    breaks_glass: bool = False

    def may_act(self, act: str) -> bool:
        """Whether an act (`programme.sign_contract`) is among those named."""
        room = act.partition(".")[0]
        return act in self.acts or f"{room}.*" in self.acts


_SEEN = frozenset((Group.IDENTITY, Group.CONTACT, Group.PERSON, Group.PATH))
_FILE = _SEEN | {Group.MO, Group.NT2, Group.WORK, Group.NOTES}
_WORKPLACE = frozenset({"my_day", "search", "law"})

_DUTCH = (
    "dutch.hold_interview",
    "dutch.take_test",
    "dutch.advise",
    "dutch.wish",
    "dutch.enrol",
    "dutch.attend",
    "dutch.decide_module",
    "dutch.certify_level",
    "dutch.pass_alfa_module",
    "dutch.lodge_appeal",
)
"""All but the decision on an appeal, which is the committee's, and what tells of somebody's health."""
_SERVICES = ("orientation.*", *_DUTCH, "dutch.assess_learning", "work.*", "participation.*", "fees.*")
_INFRINGEMENT = ("enforcement.find", "enforcement.send_notice", "enforcement.remedy", "enforcement.forward")
"""What the agency does before the enforcement officer decides."""

POLICY: Mapping[Role, Entitlement] = {
    Role.COUNSELLOR: Entitlement(
        purpose=_("het inburgeringstraject begeleiden"),
        reach=Reach.TEAM,
        reads=_FILE | {Group.HEALTH, Group.MONEY, Group.ENFORCEMENT, Group.LOOKS},
        writes=_FILE | {Group.HEALTH, Group.MONEY, Group.ENFORCEMENT},
        acts=("people.*", "programme.*", *_SERVICES, *_INFRINGEMENT, "documents.issue"),
        pages=_WORKPLACE | {"new_dossier"},
        breaks_glass=True,
    ),
    Role.NT2_CONSULTANT: Entitlement(
        purpose=_("adviseren over lessen Nederlands"),
        reach=Reach.AGENCY,
        reads=_SEEN | {Group.NT2, Group.NOTES},
        writes=frozenset((Group.CONTACT, Group.PERSON, Group.NT2, Group.NOTES)),
        acts=("people.*", *_DUTCH, "programme.hold_conversation"),
        pages=_WORKPLACE,
        breaks_glass=True,
    ),
    Role.MO_TEACHER: Entitlement(
        purpose=_("lesgeven in maatschappelijke oriëntatie"),
        reach=Reach.TEAM,
        reads=frozenset((Group.IDENTITY, Group.MO)),
        writes=frozenset((Group.MO,)),
        acts=("orientation.attend", "orientation.record_test", "orientation.decide"),
        pages=frozenset({"search"}),
    ),
    Role.PLANNER: Entitlement(
        purpose=_("cursussen plannen"),
        reach=Reach.AGENCY,
        reads=frozenset((Group.IDENTITY, Group.CONTACT, Group.MO, Group.NT2)),
        writes=frozenset((Group.MO, Group.NT2)),
        acts=("orientation.*",),
        pages=frozenset({"search"}),
    ),
    Role.TEAM_LEAD: Entitlement(
        purpose=_("het team en zijn dossiers opvolgen"),
        reach=Reach.AGENCY,
        reads=_FILE | {Group.HEALTH, Group.MONEY, Group.ENFORCEMENT, Group.LOOKS},
        writes=_FILE | {Group.HEALTH, Group.MONEY, Group.ENFORCEMENT},
        acts=("people.*", "programme.*", *_SERVICES, *_INFRINGEMENT, "documents.issue", "privacy.hold"),
        pages=_WORKPLACE | {"new_dossier", "team", "glass", "doubles"},
        breaks_glass=True,
    ),
    Role.ENFORCEMENT: Entitlement(
        purpose=_("inbreuken op de inburgeringsplicht onderzoeken en bestraffen"),
        reach=Reach.INFRINGEMENT,
        reads=_SEEN | {Group.MO, Group.NT2, Group.WORK, Group.ENFORCEMENT},
        writes=frozenset((Group.ENFORCEMENT,)),
        acts=("enforcement.*", "documents.issue"),
        pages=_WORKPLACE,
    ),
    Role.APPEAL: Entitlement(
        purpose=_("beroepen tegen testresultaten behandelen"),
        reach=Reach.APPEALED,
        reads=frozenset((Group.IDENTITY, Group.NT2)),
        writes=frozenset((Group.NT2,)),
        acts=("dutch.decide_appeal",),
        pages=frozenset({"search"}),
    ),
    Role.REPORTING: Entitlement(
        purpose=_("cijfers en rapporten maken"),
        reach=Reach.NONE,
        pages=frozenset({"reports", "jobs"}),
    ),
    Role.AUDITOR: Entitlement(
        purpose=_("nagaan wie wat deed en bekeek"),
        reach=Reach.ALL,
        reads=frozenset((Group.IDENTITY, Group.PATH, Group.LOOKS)),
        pages=frozenset({"search", "looks", "glass", "reports", "jobs", "retention"}),
    ),
    Role.ADMINISTRATOR: Entitlement(
        purpose=_("toegang en achtergrondtaken beheren"),
        reach=Reach.NONE,
        acts=("accounts.*",),
        pages=frozenset({"accounts", "jobs", "jobs.act", "reports", "retention"}),
    ),
}
