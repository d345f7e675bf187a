"""The Python of the page in the browser, in this Python."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

PAGE = Path(__file__).parents[2] / "editors" / "web"


def module(name: str) -> ModuleType:
    """A module of the page, which there stands beside the libraries."""
    if str(PAGE) not in sys.path:
        sys.path.append(str(PAGE))
    return importlib.import_module(name)


def asked_of_page(**asked: Any) -> dict[str, Any]:
    """The answer of the worker of the page to a request."""
    answer = module("answers").answer(json.dumps(asked))
    assert answer.isascii()
    return dict(json.loads(answer))
