"""Checks that the JSON in two folders has the same reports and the same figures to 1e-9."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "independent"))

from compare import differences  # noqa: E402


def main() -> int:
    ours, theirs = (Path(folder) for folder in sys.argv[1:3])
    names = [sorted(path.name for path in folder.glob("*.json")) for folder in (ours, theirs)]
    found = [] if names[0] == names[1] else [f"{names[0]} in one, {names[1]} in the other"]
    for name in names[0]:
        if name in names[1]:
            one, other = (json.loads((folder / name).read_text(encoding="utf-8")) for folder in (ours, theirs))
            found.extend(f"{name}: {difference}" for difference in differences(one, other))
    print("\n".join(found[:20]))
    print(f"{len(names[0])} reports, {len(found)} differences")
    return 1 if found or not names[0] else 0


if __name__ == "__main__":
    sys.exit(main())
