"""Fixtures of all tests: the user's own folders are left alone."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Rule packs that the tests read are kept in a temporary folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RESLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
        yield
