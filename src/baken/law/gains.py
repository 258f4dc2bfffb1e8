"""Which way an outcome is good for the person: what a study needs to say who gains and who loses."""

from typing import Any

from baken.law.expression import Kind, Value
from baken.law.faults import Fault

MORE, LESS = "more", "less"
Gain = str | tuple[str, ...]
"""`more`: true, later or a larger number is a gain; `less`: false, earlier or smaller is; or the codes that are one."""


def read_gain(name: str, told: Any) -> Gain:
    """A gain as written in YAML. Raises LawError."""
    if told in (MORE, LESS):
        return str(told)
    if isinstance(told, list | tuple) and told and all(isinstance(code, str) for code in told):
        return tuple(told)
    raise Fault("wrong_gain", "gain_so", name=name, given=repr(told))


def worth(value: Value, kind: Kind, gain: Gain) -> int:
    """How good an outcome is: the higher the better."""
    if isinstance(gain, tuple):
        return int(value in gain)
    amount = value.toordinal() if kind is Kind.DAY else int(value)
    return amount if gain == MORE else -amount
