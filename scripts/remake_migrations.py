"""Make every room's single initial migration anew (until the first release there is one per room)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = sorted(path.parent.name for path in ROOT.glob("src/baken/*/apps.py"))

for migration in ROOT.glob("src/baken/*/migrations/0*.py"):
    migration.unlink()
baken = Path(sys.executable).parent / "baken"
sys.exit(subprocess.run([baken, "makemigrations", "--no-header", "--verbosity", "0", *ROOMS], cwd=ROOT, check=False).returncode)
