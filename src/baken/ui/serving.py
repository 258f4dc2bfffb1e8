"""What must be so before pages are served."""

import socket

from django.conf import settings
from django.utils.translation import gettext as _

from baken.foundation.errors import BadRequest, BakenError
from baken.ledger.wording import refusal


class NoSecretKey(BakenError):
    """Sessions would be signed with a key that anyone can know."""

    code = "no_secret_key"


def require_secret_key() -> None:
    """Raises NoSecretKey when pages would be served outside the demo without a key of one's own."""
    if not (settings.SECRET_KEY_GIVEN or settings.DEMO):
        raise NoSecretKey(
            _("BAKEN_SECRET_KEY is niet ingesteld; zonder zijn de schermen niet veilig."),
            _("Zet er een lange willekeurige tekst in die dezelfde blijft, of kijk rond in de demo met BAKEN_DEMO=1."),
        )


def require_place(host: str, port: int) -> None:
    """Raises BadRequest when nothing can listen at this address, as when something does already."""
    where = {"host": host, "port": port}
    try:
        family, kind, _protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as place:
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            place.bind(address)
    except socket.gaierror:
        raise BadRequest(_("Het adres %(host)s bestaat niet.") % where, _("Kies een ander met --host.")) from None
    except OSError as error:
        closed = _("Op %(host)s, poort %(port)s, kan niet geluisterd worden: %(why)s.")
        way_out = _("Kies een andere poort met --port, of een ander adres met --host.")
        raise BadRequest(closed % {**where, "why": refusal(error)}, way_out) from None
