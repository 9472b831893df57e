"""Cuts a variable font down to the letters and the axes that the headings use.

Usage: subset.py SOURCE TARGET RANGES, with ranges of code points as in CSS: 20-7E,A0-FF
"""

import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer


def code_points(ranges):
    for span in ranges.split(","):
        first, _, last = span.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


source, target, ranges = sys.argv[1:]
font = TTFont(source)
font.flavor = None
font = instancer.instantiateVariableFont(font, {"opsz": 30, "wght": (500, 700)})

# The subsetter wants a font as it comes from a file.
plain = io.BytesIO()
font.save(plain)
plain.seek(0)
font = TTFont(plain)

options = subset.Options()
options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum"]
options.hinting = False
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=list(code_points(ranges)))
subsetter.subset(font)
font.flavor = "woff2"
font.save(target)
