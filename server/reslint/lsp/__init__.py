"""The language server: one module for each feature of the protocol. It converts and decides nothing.

Only this package imports pygls and lsprotocol, which take 0.2 s to load; `reslint server` imports it, nothing else
does. `features.py` is the one place where features are registered.
"""
