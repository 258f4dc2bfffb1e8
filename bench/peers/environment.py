"""An environment of its own for a peer."""

import subprocess
from pathlib import Path

from bench.measure import ROOT

UV = ROOT / ".venv" / "bin" / "uv"


def peer_python(name: str) -> str:
    """The Python of a peer's environment, made from bench/peers/<name>/requirements.txt when it is not there yet."""
    folder = ROOT / "var" / "peers" / name
    requirements = Path(__file__).parent / name / "requirements.txt"
    made = folder / "requirements.txt"
    if not made.exists() or made.read_text() != requirements.read_text():
        print(f"  building {folder.relative_to(ROOT)}", flush=True)
        subprocess.run([UV, "venv", "-q", "--clear", "--python", "3.11", folder], check=True)
        subprocess.run(
            [UV, "pip", "install", "-q", "--python", folder / "bin" / "python", "-r", requirements], check=True
        )
        made.write_text(requirements.read_text())
    return str(folder / "bin" / "python")
