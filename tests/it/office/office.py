"""Starts a separate LibreOffice, headless and in Dutch, and always ends it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    sys.exit(f"{sys.executable} has no module uno: install python3-uno, or name another Python in KETENSCAN_UNO_PYTHON")

START_LIMIT = 60.0
LIMIT = 240.0

# A Dutch locale, so that typed numbers have a decimal comma.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop>
</item>
</oor:items>
"""

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97", "pdf": "calc_pdf_Export"}


def options(**values: Any) -> tuple[Any, ...]:
    """Named values in the form that UNO needs."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def url(path: Path | str) -> str:
    return str(uno.systemPathToFileUrl(str(Path(path).resolve())))


class Office:
    """LibreOffice with a separate profile. After the time limit it is ended, and every call to it fails."""

    # Classes rather than contextlib, as a UNO exception does not pass through generators.

    def __enter__(self) -> Office:
        program = shutil.which("soffice")
        if program is None:
            sys.exit("soffice is not on the path: install LibreOffice")
        self.folder = tempfile.TemporaryDirectory(prefix="ketenscan-office-", ignore_cleanup_errors=True)
        profile = Path(self.folder.name, "profile")
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(PROFILE, encoding="utf-8")
        pipe = f"ketenscan-{os.getpid()}"
        start = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
        # In a separate process group, since soffice is a script around the program.
        self.process = subprocess.Popen(
            [*start, f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.watchdog = threading.Timer(LIMIT, self.end)
        self.watchdog.daemon = True
        self.watchdog.start()
        try:
            self.context = self.connect(pipe)
            self.desktop = self.make("com.sun.star.frame.Desktop")
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.watchdog.cancel()
        self.end()
        self.process.wait()
        self.folder.cleanup()

    def end(self) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def connect(self, pipe: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"LibreOffice ended at once, with status {self.process.returncode}")
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except NoConnectException:
                time.sleep(0.2)
        raise TimeoutError(f"LibreOffice took no calls within {START_LIMIT:.0f} seconds")

    def make(self, service: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, path: Path | str) -> Document:
        """Opens a document as a double click would."""
        model = self.desktop.loadComponentFromURL(url(path), "_blank", 0, ())
        if model is None:
            raise RuntimeError(f"LibreOffice does not open {path}")
        return Document(self, model)


class Document:
    """An open workbook; closed without saving."""

    def __init__(self, program: Office, model: Any) -> None:
        self.program = program
        self.model = model

    def __enter__(self) -> Document:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        # A program that has ended cannot close anything.
        if self.program.process.poll() is None:
            self.model.close(True)

    def sheets(self) -> list[Any]:
        return [self.model.Sheets.getByIndex(index) for index in range(self.model.Sheets.Count)]

    def store(self, path: Path | str) -> None:
        """Stores a copy in the format of the name's extension."""
        self.model.storeToURL(url(path), options(FilterName=FILTERS[Path(path).suffix[1:]]))

    def type(self, cell: Any, text: str) -> None:
        """Types into a cell and presses Enter, so that LibreOffice decides whether it is allowed and what it means."""
        controller = self.model.CurrentController
        controller.setActiveSheet(cell.Spreadsheet)
        controller.select(cell)
        helper = self.program.make("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(controller.Frame, ".uno:EnterString", "", 0, options(StringName=text))
