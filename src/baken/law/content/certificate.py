"""When the goals are reached: certificate, proof of regular participation, declaration of efforts."""

from baken.law.content.sources import (
    AGII,
    ANNUAL_REPORT_2019,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
)
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, happened, not_

chapter = Chapter("certificate", "Attest en verklaringen", "Certificate and declarations")


@chapter.rule(
    "vormingsonderdelen behaald",
    "taught parts reached",
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "CE-01", "OB-02"),
)
def taught_parts_reached(with_mo_part, mo_reached, with_nt2_part, nt2_reached):
    return all_of(any_of(not_(with_mo_part), mo_reached), any_of(not_(with_nt2_part), nt2_reached))


@chapter.rule(
    "andere onderdelen behaald",
    "other parts reached",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "CE-03", "PG-02"),
    note="Werk als het in het contract staat, participatie als ze verplicht is.",
)
def other_parts_reached(with_work_part, work_reached, participation_required, participation_reached):
    return all_of(
        any_of(not_(with_work_part), work_reached), any_of(not_(participation_required), participation_reached)
    )


@chapter.rule(
    "alle onderdelen van het contract behaald",
    "all parts of the contract reached",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "CE-03", "PG-02", "PG-03"),
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "CE-01"),
)
def programme_reached(signed_on, taught_parts_reached, other_parts_reached):
    return all_of(happened(signed_on), taught_parts_reached, other_parts_reached)


@chapter.rule(
    "recht op het inburgeringsattest",
    "certificate due",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "CE-03"),
)
def certificate_due(programme_reached, certificate_on):
    return all_of(programme_reached, not_(happened(certificate_on)))


@chapter.rule(
    "MO regelmatig gevolgd zonder resultaat",
    "MO followed regularly without result",
    ANNUAL_REPORT_2019("bewijs van regelmatige deelname", "CE-04"),
)
def mo_without_result(with_mo_part, mo_attended_regularly, mo_reached):
    return all_of(with_mo_part, mo_attended_regularly, not_(mo_reached))


@chapter.rule(
    "NT2 regelmatig gevolgd zonder resultaat",
    "NT2 followed regularly without result",
    ANNUAL_REPORT_2019("bewijs van regelmatige deelname", "CE-04"),
)
def nt2_without_result(with_nt2_part, nt2_attended_regularly, nt2_reached):
    return all_of(with_nt2_part, nt2_attended_regularly, not_(nt2_reached))


@chapter.rule(
    "recht op het bewijs van regelmatige deelname",
    "proof of regular participation due",
    ANNUAL_REPORT_2019("bewijs van regelmatige deelname", "CE-04"),
    AGII("Welke verplichtingen heeft de inburgeraar?"),
    since="2016-02-29",
    by="signed_on",
    note="Uitgereikt sinds 2016, aan wie verplicht werd vóór 1 maart 2022; daarna is er de verklaring.",
)
def regular_participation_due(attendance_duty, mo_without_result, nt2_without_result, regular_participation_proven_on):
    return all_of(
        attendance_duty,
        any_of(mo_without_result, nt2_without_result),
        not_(happened(regular_participation_proven_on)),
    )


@chapter.rule(
    "recht op de verklaring van geleverde inspanningen",
    "declaration of efforts due",
    AGII("Verklaring geleverde inspanningen tot het behalen van een inburgeringsattest (27 juli 2022)"),
    since="2022-03-01",
    by="signed_on",
)
def efforts_declaration_due(
    signed_on, limited_learning_ability, taught_parts_reached, other_parts_reached, efforts_declared_on
):
    return all_of(
        happened(signed_on),
        limited_learning_ability,
        not_(taught_parts_reached),
        other_parts_reached,
        not_(happened(efforts_declared_on)),
    )


@chapter.rule(
    "traject afgerond",
    "programme completed",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "CE-03"),
    AGII("Verklaring geleverde inspanningen tot het behalen van een inburgeringsattest (27 juli 2022)"),
)
def programme_completed(certificate_on, efforts_declared_on):
    return any_of(happened(certificate_on), happened(efforts_declared_on))
