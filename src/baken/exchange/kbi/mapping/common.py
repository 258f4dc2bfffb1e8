"""What several elements of a dossier share: periods, offices, names, contacts, partners."""

from baken.exchange.kbi.kinds import DAY, FLAG
from baken.exchange.kbi.shape import HERE, Box, Leaf, Record, Rows


def period(begin: str = "occurred_on", end: str = "until", name: str = "Periode") -> Box:
    """A period: two days."""
    return Box(name, (Leaf("Begin", begin, DAY), Leaf("Einde", end, DAY)))


def office(name: str) -> Record:
    """An office (KBI: KbiVestigingType)."""
    return Record(name, "office", "ledger.Office", (Leaf("KboNummer", "kbo_number"), Leaf("KbiNummer", "kbi_number")))


def note(name: str, column: str) -> Record:
    """Free text: an erasable note."""
    return Record(name, column, "people.Note", (Leaf(HERE, "body"),))


def _name_parts(box: str, name: str, column: str, *, family: bool) -> Box:
    items: tuple[Leaf, ...] = (Leaf(HERE, "text"),)
    if not family:
        items += (Leaf("@GebruikelijkeVoornaam", "usual", FLAG),)
    return Box(box, (Rows(name, column, "people.NamePart", "person_name", ("family", family), items),))


PERSON_NAME = Record(
    "Naam",
    "person_name",
    "people.PersonName",
    (
        Leaf("@DatumBegin", "valid_from"),
        Leaf("@DatumEinde", "valid_until"),
        _name_parts("Achternamen", "Achternaam", "family_names", family=True),
        _name_parts("Voornamen", "Voornaam", "given_names", family=False),
    ),
)


def contact(name: str, column: str) -> Record:
    """How to reach somebody (KBI: ContactGegevensType)."""
    leaves = (("email", "email"), ("telefoon", "phone"), ("gsm", "mobile"), ("fax", "fax"))
    return Record(name, column, "people.ContactDetails", (PERSON_NAME, *(Leaf(*pair) for pair in leaves)))


ADDRESS = Box(
    "Adres",
    (
        Leaf("@DatumModificatie", "address_changed_on"),
        Leaf("@AuthentiekeBron", "address_source"),
        Box("Straat", (Leaf("NISCode", "street_code"), Leaf("Naam", "street"))),
        Leaf("HuisNummer", "house_number"),
        Leaf("BusNummer", "box_number"),
        Box(
            "Gemeente",
            (Leaf("NISCode", "municipality_code"), Leaf("PostCode", "postcode"), Leaf("Naam", "municipality")),
        ),
        Box("Land", (Leaf("ISOCode", "country_iso"), Leaf("NISCode", "country_code"), Leaf("Naam", "country"))),
    ),
)


def partner(name: str, column: str) -> Record:
    """A partner organisation (KBI: PartnerOrganisatieType)."""
    return Record(
        name,
        column,
        "people.PartnerOrganisation",
        (
            Leaf("ExternID", "external_id"),
            Leaf("DavinciInstellingsNummer", "davinci_number"),
            Leaf("Naam", "name"),
            ADDRESS,
            contact("ContactGegevens", "contact"),
        ),
    )
