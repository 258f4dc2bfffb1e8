"""`make bench-peers [PEERS="openfisca"]`: the same work done by other systems; results go to docs/benchmarks/."""

import sys

from bench.peers.openfisca import compare as openfisca

PEERS = {"openfisca": openfisca}

if __name__ == "__main__":
    for name in sys.argv[1:] or list(PEERS):
        print(f"· {name}", flush=True)
        PEERS[name]()
