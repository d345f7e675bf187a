"""Rule packs: found, read, checked, compiled into a ruleset, and kept in the cache."""
