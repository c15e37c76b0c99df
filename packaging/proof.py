"""Run the slow proofs one after another; each says in words what happened.

A proof that cannot run on this machine says why, and that is no failure.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run every proof_*.py; 1 when one of them failed."""
    failed = []
    for script in sorted(HERE.glob("proof_*.py")):
        print(f"\n== {script.stem.removeprefix('proof_')}", flush=True)
        if subprocess.call([sys.executable, str(script)], cwd=HERE.parent):
            failed.append(script.stem)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall proofs held")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
