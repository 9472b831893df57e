"""Makes one font of one weight out of two parts of a variable font, for pictures that the server draws.

Usage: still.py LATIN LATIN_EXTENDED TARGET
"""

import io
import sys

from fontTools import merge
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

*sources, target = sys.argv[1:]
parts = []
for source in sources:
    font = TTFont(source)
    font.flavor = None
    part = io.BytesIO()
    instancer.instantiateVariableFont(font, {"opsz": 30, "wght": 600}).save(part)
    part.seek(0)
    parts.append(part)
merge.Merger().merge(parts).save(target)
