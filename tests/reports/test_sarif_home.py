"""Where a SARIF log says the program can be read about."""

from __future__ import annotations

import importlib.metadata
import json
from email.message import Message

import pytest

from reslint.reports.checked import Report
from reslint.reports.sarif import report_sarif


class Package:
    """An installed package as its metadata tell of it."""

    def __init__(self, home: str = "", installed: str = "") -> None:
        self.metadata = Message()
        if home:
            self.metadata["Project-URL"] = f"Homepage, {home}"
        self._installed = installed

    def read_text(self, name: str) -> str | None:
        return json.dumps({"url": self._installed}) if self._installed and name == "direct_url.json" else None


@pytest.mark.parametrize(
    ("package", "home"),
    [
        (Package("https://example.org/reslint", "https://example.org/r.git"), "https://example.org/reslint"),
        (Package(installed="https://example.org/r.git"), "https://example.org/r.git"),
        (Package(installed="file:///home/me/reslint"), None),
        (Package(), None),
    ],
)
def test_the_driver_names_the_home_that_its_package_names(
    package: Package, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.metadata, "distribution", lambda _: package)
    driver = json.loads(report_sarif(Report([])))["runs"][0]["tool"]["driver"]
    assert driver.get("informationUri") == home
