"""The door of the worker of the page: one function, which hands each request to the module that has its task.

A new panel brings a module with `TASKS` and its name in `_MODULES`.
"""

from __future__ import annotations

import json

import entry
import mandates
import proposals
import wordfiles

_MODULES = (entry, wordfiles, proposals, mandates)
_TASKS = {name: task for module in _MODULES for name, task in module.TASKS.items()}


def answer(request: str) -> str:
    """The answer to a request {do, …}; what else it has is said where the task is.

    ASCII in both directions, so that a lone surrogate in a pasted text passes, too. Raises KeyError for another `do`,
    CannotRead and CannotWrite for Word files.
    """
    asked = json.loads(request)
    return json.dumps(_TASKS[asked["do"]](asked))
