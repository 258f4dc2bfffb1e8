"""Level B1 oral within 24 months after the certificate, and who is dispensed."""

from baken.law.content.sources import AGII, NT2_REGULATION
from baken.law.expression import NEVER
from baken.law.rules import Chapter
from baken.law.words import all_of, by, decide, happened, months_after, not_

chapter = Chapter("b1", "B1 na het attest", "B1 after the certificate")


@chapter.rule(
    "plicht om B1 mondeling aan te tonen",
    "duty to show B1 oral",
    AGII("Welke verplichtingen heeft de inburgeraar?", "B1-01", "B1-03"),
    NT2_REGULATION("B1 mondeling binnen 24 maanden"),
    note="Voor wie sinds 1 maart 2022 verplicht werd en het attest behaalde; niet na een verklaring van geleverde"
    " inspanningen. Ontheffing door werk of studie (B1-02) is aangekondigd, niet gevonden.",
)
def b1_required(new_duty, certificate_on, efforts_declared_on):
    return all_of(new_duty, happened(certificate_on), not_(happened(efforts_declared_on)))


@chapter.rule(
    "uiterste dag om B1 mondeling aan te tonen",
    "last day to show B1 oral",
    AGII("Welke verplichtingen heeft de inburgeraar?", "B1-01"),
    NT2_REGULATION("B1 mondeling binnen 24 maanden"),
)
def b1_by(b1_required, certificate_on, b1_months):
    return decide((b1_required, months_after(certificate_on, b1_months)), otherwise=NEVER)


@chapter.rule(
    "B1 mondeling aangetoond",
    "B1 oral shown",
    AGII("Welke verplichtingen heeft de inburgeraar?", "B1-01", "B1-03"),
)
def b1_shown(b1_oral_on):
    return happened(b1_oral_on)


@chapter.rule(
    "verstreken termijn voor B1 mondeling",
    "lapsed term for B1 oral",
    AGII("Welke verplichtingen heeft de inburgeraar?", "B1-01"),
)
def b1_overdue(on, b1_by, b1_oral_on):
    return all_of(on > b1_by, not_(by(b1_oral_on, b1_by)))
