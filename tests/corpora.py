"""Runs `ketenscan controleer` on every spreadsheet under a folder, each in a separate process with limits.

For collections that others publish, such as the test files of spreadsheet libraries. None of those files is ours, so
each must be refused or skipped with a message, within the limits. Prints the outcomes, and fails if a run ended
differently. Nothing from the collections is kept here.
"""

import argparse
import collections
import json
import subprocess
import sys
from pathlib import Path

ENDINGS = ["xls", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "xlt", "xla", "xlam", "xlw", "ods", "ots", "fods"]
LIMITED = [sys.executable, "-B", Path(__file__).resolve().parent / "it" / "hostile" / "run.py"]
# In MiB. The address space includes memory that is never used.
MEMORY, MOST_USED, SECONDS = 1024, 512, 10


def check(ketenscan: Path, workbook: Path) -> tuple[int, float, int, str, str]:
    """The outcome of the run, its seconds and MiB, the codes found, and its standard error."""
    limits = ["--memory", str(MEMORY), "--seconds", str(SECONDS), "--"]
    run = subprocess.run([*LIMITED, *limits, ketenscan, "controleer", "--json", workbook], capture_output=True)
    told, _, measured = run.stderr.decode().rstrip("\n").rpartition("\n")
    status, seconds, mib = measured.split()
    try:
        files = json.loads(run.stdout)["files"]
        codes = sorted({problem["code"] for file in files for problem in file["problems"]})
    except ValueError:
        codes = []
    return int(status), float(seconds), int(mib), " ".join(codes), told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ketenscan", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    outcomes: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    slowest, largest, wrong = (0.0, None), (0, None), []
    for path in sorted(arguments.folder.rglob("*")):
        ending = path.suffix.lower().lstrip(".")
        if ending not in ENDINGS or not path.is_file():
            continue
        status, seconds, mib, codes, told = check(arguments.ketenscan, path)
        outcomes[ending][f"status {status} {codes}".rstrip()] += 1
        slowest = max(slowest, (seconds, str(path)))
        largest = max(largest, (mib, str(path)))
        if status not in (0, 1) or not codes or "panicked" in told or mib > MOST_USED:
            wrong.append(f"{path}: status {status}, {seconds} s, {mib} MiB, [{codes}] {told}")
    for ending, found in sorted(outcomes.items()):
        print(f"{ending}: {found.total()}")
        for outcome, times in found.most_common():
            print(f"  {times:5} {outcome}")
    print(f"slowest {slowest[0]:.2f} s: {slowest[1]}\nlargest {largest[0]} MiB: {largest[1]}")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
