"""Every term of civic integration."""

from baken.law.terms import Term

TERMS: tuple[Term, ...] = (
    Term("report", "aanmelding bij een agentschap", "report to an agency", "duty_runs", "report_by", "reported_on"),
    Term("sign", "ondertekening van het contract", "signing of the contract", "duty_runs", "sign_by", "signed_on"),
    Term(
        "brussels_report",
        "aanmelding bij een Brussels onthaalbureau",
        "report to a reception office in Brussels",
        "brussels_obliged",
        "brussels_report_by",
        "brussels_reported_on",
    ),
    Term(
        "brussels_complete",
        "einde van het traject in Brussel",
        "completion of the programme in Brussels",
        "brussels_obliged",
        "brussels_complete_by",
        "brussels_completed_on",
    ),
    Term(
        "brussels_comply",
        "gevolg aan de aanmaning van de Brusselse gemeente",
        "compliance with the notice of the Brussels municipality",
        "brussels_obliged",
        "brussels_comply_by",
        "brussels_complied_on",
    ),
    Term(
        "job_service",
        "inschrijving bij VDAB of Actiris",
        "registration with VDAB or Actiris",
        "job_service_required",
        "job_service_by",
        "job_service_on",
    ),
    Term("mo", "maatschappelijke oriëntatie", "social orientation", "contract_runs", "mo_by", "mo_reached"),
    Term("nt2", "Nederlands als tweede taal", "Dutch as a second language", "contract_runs", "nt2_by", "nt2_reached"),
    Term(
        "participation",
        "participatie- en netwerktraject",
        "participation and network path",
        "participation_required",
        "participation_by",
        "participation_completed_on",
    ),
    Term("b1", "B1 mondeling na het attest", "B1 oral after the certificate", "b1_required", "b1_by", "b1_oral_on"),
    Term("pay_fee", "betaling van de retributie", "payment of the fee", "fee_in_advance", "pay_fee_by", "paid_on"),
    Term(
        "defence",
        "verweer na de ingebrekestelling",
        "defence after the notice",
        "defence_possible",
        "defence_by",
        "defence_received_on",
    ),
    Term("pay_fine", "betaling van de boete", "payment of the fine", "fine_imposed", "pay_fine_by", "fine_paid_on"),
)
