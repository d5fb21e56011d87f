"""What the program reads in before it can answer, kept small for authors who lint at each save."""

from __future__ import annotations

import subprocess
import sys

ASKED = """
import sys
from client.__main__ import run
run(["lint", "munich-1938"])
print(*(name for name in ("engine.events", "engine.commands", "engine.decide", "textual", "websockets") if name in sys.modules), file=sys.stderr)
"""


def test_linting_a_scenario_reads_in_neither_rules_of_play_nor_screens() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stderr.split() == []
