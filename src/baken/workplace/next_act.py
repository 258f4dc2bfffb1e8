"""Which act meets a term: the one that a list offers beside it."""

from collections.abc import Mapping

MEETS: Mapping[str, str] = {
    "report": "programme.register",
    "sign": "programme.sign_contract",
    "job_service": "work.register_jobseeker",
    "mo": "orientation.decide",
    "nt2": "dutch.certify_level",
    "participation": "participation.complete",
    "b1": "dutch.certify_level",
    "pay_fee": "fees.receive_payment",
    "defence": "enforcement.receive_defence",
    "pay_fine": "enforcement.receive_payment",
}
