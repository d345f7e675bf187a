"""Fixtures of all tests: the user's own folders are left alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# A run draws the same examples every time and has no limit of time: what it finds is due to the change. Other examples
# are drawn by the long run of `tests.fuzz`, and by `pytest --hypothesis-profile default`.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Rule packs that the tests read are kept in a temporary folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RESLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
        yield
