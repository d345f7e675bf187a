#!/bin/sh
# dateparser takes the number of a resolution for a part of its date, and then loses the date.
#
# One would guess: searching “resolution 70/1 of 25 September 2015” finds 25 September 2015, as it does in “adopted on
# 25 September 2015”; the number before it is no date, or a second one.
# What happens: “70/1 of 25” is 25 January 1970 and “September 2015” a date of its own; with “Recalling its” before them
# nothing is found at all; the document A/80/12 is 12 January 1980.
# Version: dateparser 1.5.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages dateparser==1.5.0
cat >run.py <<'END'
import warnings
from datetime import datetime

warnings.simplefilter("ignore")
from dateparser.search import search_dates

SEEN = {
    "adopted on 25 September 2015": ["on 25 September 2015 = 2015-09-25"],
    "resolution 70/1 of 25 September 2015": ["70/1 of 25 = 1970-01-25", "September 2015 = 2015-09-15"],
    "Recalling its resolution 70/1 of 25 September 2015,": [],
    "Takes note of document A/80/12;": ["A/80/12 = 1980-01-12"],
}
settings = {"RELATIVE_BASE": datetime(2026, 1, 15)}
found = {}
for words in SEEN:
    dates = search_dates(words, languages=["en"], settings=settings) or []
    found[words] = [f"{part} = {date:%Y-%m-%d}" for part, date in dates]
    print(words, "->", "; ".join(found[words]) or "nothing")
raise SystemExit(0 if found == SEEN else "something has changed")
END
PYTHONPATH=packages python3 run.py
