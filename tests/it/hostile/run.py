"""Runs a command with limits on memory and time, and prints its outcome: status, seconds, MiB.

The command's own output is passed on. A command that is still running at the time limit is killed.
"""

import argparse
import os
import resource
import signal
import sys
import time


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", type=int, required=True, help="address space in MiB")
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        limit = arguments.memory << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.execvp(arguments.command[0], arguments.command)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(arguments.seconds)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    print(f"\n{code} {time.monotonic() - started:.2f} {usage.ru_maxrss / 1024:.0f}", file=sys.stderr)


if __name__ == "__main__":
    main()
