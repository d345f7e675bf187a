"""A treaty with its footnote in a real Neovim and a real Emacs, with nothing but what these bring themselves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = "United Nations, *Treaty Series*, vol. 1577, No. 27531."
DRAFT = """\
*The General Assembly*,

*Noting* the report on ferries 😀,[^1]

*Guided* by 😀 the Convention on the Rights of the Ch

*Noting* the report on tides,[^2]

1. *Requests* the Secretary-General to count the ferries.

[^1]: A/81/10.

[^2]: A/81/20.
"""
EXPECTED = (
    DRAFT.replace("tides,[^2]", "tides,[^3]")
    .replace("[^2]: A/81/20.", f"[^2]: {CHILD}\n\n[^3]: A/81/20.")
    .replace("of the Ch\n", "of the Child[^2]\n")
)
FIRST = DRAFT.replace("*Noting* the report on ferries 😀,[^1]\n\n", "").replace("[^1]: A/81/10.\n\n", "")
FIRST = FIRST.replace("ferries.\n", "ferries.[^3]\n").replace("A/81/20.\n", "A/81/20.\n\n[^3]: A/81/30.\n")
FIRST = FIRST.replace("[^2]", "[^1]").replace("[^3]", "[^2]")
"""The new note comes before those that are there."""
FIRST_EXPECTED = (
    FIRST.replace("ferries.[^2]", "ferries.[^3]")
    .replace("tides,[^1]", "tides,[^2]")
    .replace("[^2]: A/81/30.", "[^3]: A/81/30.")
    .replace("[^1]: A/81/20.", f"[^1]: {CHILD}\n\n[^2]: A/81/20.")
    .replace("of the Ch\n", "of the Child[^1]\n")
)
DRAFTS = pytest.mark.parametrize(("text", "expected"), [(DRAFT, EXPECTED), (FIRST, FIRST_EXPECTED)])
NEOVIM = """\
local seen = {}
local ok, problem = pcall(function()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.RESLINT_DRAFT))
  local id = vim.lsp.start_client({ name = "reslint", cmd = vim.json.decode(vim.env.RESLINT_SERVER) })
  vim.lsp.buf_attach_client(0, id)
  local client = vim.lsp.get_client_by_id(id)
  assert(vim.wait(20000, function() return client.initialized end, 20), "no answer")
  vim.fn.search("Rights of the Ch$")
  vim.api.nvim_win_set_cursor(0, { vim.fn.line("."), #vim.api.nvim_get_current_line() - 1 })
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  place.position.character = vim.str_utfindex(vim.api.nvim_get_current_line())
  local _, column = vim.str_utfindex(vim.api.nvim_get_current_line())
  if client.offset_encoding == "utf-16" then place.position.character = column end
  local answer = client.request_sync("textDocument/completion", place, 20000, 0)
  for _, item in ipairs(answer.result.items) do
    if item.label == "Convention on the Rights of the Child" then
      vim.lsp.util.apply_text_edits({ item.textEdit, unpack(item.additionalTextEdits) }, 0, client.offset_encoding)
    end
  end
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\\n") .. "\\n"
end)
seen.problem = not ok and tostring(problem) or nil
local file = assert(io.open(vim.env.RESLINT_ANSWER, "w"))
file:write(vim.json.encode(seen))
file:close()
vim.cmd("qall!")
"""
EMACS = """\
(require 'json)
(require 'eglot)
(let (seen)
  (condition-case problem
      (progn
        (setq eglot-sync-connect 20 eglot-autoshutdown nil)
        (add-to-list 'eglot-server-programs
                     (cons 'text-mode (append (json-parse-string (getenv "RESLINT_SERVER") :array-type 'list) nil)))
        (find-file (getenv "RESLINT_DRAFT"))
        (text-mode)
        (apply #'eglot--connect (eglot--guess-contact))
        (goto-char (point-min))
        (search-forward "Rights of the Ch")
        (let* ((capf (eglot-completion-at-point))
               (typed (buffer-substring-no-properties (nth 0 capf) (nth 1 capf)))
               (table (nth 2 capf))
               (known (completion-metadata typed table nil))
               (all (completion-all-completions typed table nil (length typed) known))
               (all (progn (when all (setcdr (last all) nil)) all))
               (item (car (seq-filter (lambda (each) (string-match-p "Rights of the Child" each)) all))))
          (delete-region (nth 0 capf) (nth 1 capf))
          (insert item)
          (funcall (plist-get (nthcdr 3 capf) :exit-function) item 'finished))
        (push (cons 'text (buffer-substring-no-properties (point-min) (point-max))) seen))
    (error (push (cons 'problem (error-message-string problem)) seen)))
  (let ((coding-system-for-write 'utf-8))
    (with-temp-file (getenv "RESLINT_ANSWER") (insert (json-encode seen))))
  (set-buffer-modified-p nil))
"""


def written(tmp_path: Path, text: str, *command: str) -> str:
    """The draft once an editor has done what its script says."""
    draft, answer = tmp_path / "ferries.res.md", tmp_path / "answer.json"
    draft.write_text(text, "utf-8")
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "RESLINT_DRAFT": str(draft),
        "RESLINT_ANSWER": str(answer),
        "RESLINT_SERVER": json.dumps([sys.executable, "-m", "reslint", "server"]),
    }
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=90, check=False
    )
    assert answer.exists(), done.stderr.decode(errors="replace")
    seen = json.loads(answer.read_text("utf-8"))
    assert "problem" not in seen, seen
    return seen["text"]


@DRAFTS
def test_a_treaty_with_its_footnote_in_neovim(tmp_path: Path, text: str, expected: str):
    program = shutil.which("nvim")
    if program is None:
        pytest.skip("nvim is not installed here (Debian: apt-get install neovim)")
    script = tmp_path / "drive.lua"
    script.write_text(NEOVIM, "utf-8")
    bare = ("--headless", "-u", "NONE", "-i", "NONE", "-n")
    assert written(tmp_path, text, program, *bare, "-c", f"luafile {script}") == expected


@DRAFTS
def test_a_treaty_with_its_footnote_in_emacs(tmp_path: Path, text: str, expected: str):
    program = shutil.which("emacs")
    if program is None:
        pytest.skip("emacs is not installed here (Debian: apt-get install emacs-nox elpa-eglot)")
    has_eglot = [program, "--batch", "-l", "eglot"]
    if subprocess.run(has_eglot, capture_output=True, timeout=60, check=False).returncode:
        pytest.skip("eglot is not installed here (Debian: apt-get install elpa-eglot)")
    script = tmp_path / "drive.el"
    script.write_text(EMACS, "utf-8")
    assert written(tmp_path, text, program, "--batch", "-l", str(script)) == expected
