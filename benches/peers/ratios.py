"""The median over rounds of the time each command took relative to the first, from hyperfine's JSON of every round.

Commands that are timed in turn, round after round, keep their ratio on a machine whose speed drifts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median


def main() -> None:
    rounds = [json.loads(Path(file).read_text(encoding="utf-8"))["results"] for file in sys.argv[1:]]
    for place, result in enumerate(rounds[0]):
        seconds = [timed[place]["mean"] for timed in rounds]
        ratios = [timed[place]["mean"] / timed[0]["mean"] for timed in rounds]
        print(
            f"{result['command'][:60]:60} {median(seconds):8.3f} s"
            f" {median(ratios):6.2f} times ({min(ratios):.2f} to {max(ratios):.2f}, {len(rounds)} rounds)"
        )


main()
