"""The people of the programme, as the rooms beside it (Dutch, work, fees …) need to know them."""

from dataclasses import dataclass

from baken.demo.days import Days
from baken.demo.draw import Bools, Ints


@dataclass(slots=True)
class Participants:
    """Everybody who ever registered, one row per person, in order of dossier number.

    region: of the office where they registered first (number in `places.REGIONS`, which is also the number of that
    office in `places.offices()`); literacy: 0 literate, 1 low literate, 2 illiterate in Latin script;
    contract_on: first contract signed (NaT: none); certificate_on: civic integration certificate (NaT: none; Dutch must
    be certified on or before that day, unless exempted); stopped_on: the last contract ended, however (NaT: still
    running, or never had one). All days may lie after the demo's last day: facts after it are cut off in the end.
    """

    dossier: Ints
    person: Ints
    region: Ints
    literacy: Ints
    obliged: Bools
    registered_on: Days
    contract_on: Days
    certificate_on: Days
    stopped_on: Days

    def __len__(self) -> int:
        return len(self.dossier)

    def __getitem__(self, rows: Ints | Bools) -> "Participants":
        return Participants(*(getattr(self, name)[rows] for name in self.__slots__))
