"""Starts the server with the libraries of the extension and no others; `python -I` runs it."""

import os
import runpy
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "libs"))
sys.dont_write_bytecode = True
runpy.run_module("reslint", run_name="__main__", alter_sys=True)
