#!/bin/sh
# mypyc writes C that no compiler takes where a subclass sets an attribute that its base has as a cached property.
#
# One would guess: a class that runs, and that mypy --strict finds right, is compiled; what mypyc cannot compile it names
# with file and line, as it does for much else.
# What happens: mypy says nothing, the class runs as it is, and mypyc writes C for a member “_lengths” that it never
# gives the class. The C compiler stops there; nothing names the line of Python.
# Version: mypy 2.4.1 with its mypyc. It needs a C compiler and the headers of Python.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages mypy==2.4.1 setuptools==80.9.0
export PYTHONPATH=packages
cat >words.py <<'END'
from __future__ import annotations

from functools import cached_property


class Words:
    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    @cached_property
    def lengths(self) -> list[int]:
        return [len(text) for text in self.texts]


class KnownWords(Words):
    def __init__(self, texts: list[str]) -> None:
        super().__init__(texts)
        self.lengths = [3]
END
cat >setup.py <<'END'
from mypyc.build import mypycify
from setuptools import setup

setup(name="words", ext_modules=mypycify(["words.py"]))
END
python3 -m mypy --strict words.py
python3 -c 'from words import KnownWords; print("run as it is:", KnownWords(["one"]).lengths)'
if python3 setup.py build_ext --inplace >build.txt 2>&1; then
    echo "something has changed: it is compiled" >&2
    exit 1
fi
if grep "words.py:" build.txt; then
    echo "something has changed: the line is named" >&2
    exit 1
fi
grep -o "KnownWordsObject.* has no member named .*" build.txt | sort -u | head -n 1
