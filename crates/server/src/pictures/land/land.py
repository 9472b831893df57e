"""Writes the land of the earth as the map reads it, from `land-110m.json` of the npm package `world-atlas` 2.0.2.

Usage: land.py land-110m.json > land.txt

Each line is a ring, closed, with the land on its left: longitude and latitude of its first point in tenths of a
degree, then for each further point how far it is from the one before.
"""

import json
import sys

atlas = json.load(open(sys.argv[1]))
(scale_x, scale_y), (move_x, move_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]


def absolute(arc):
    """The points of an arc of TopoJSON, in tenths of a degree."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield round(10 * (x * scale_x + move_x)), round(10 * (y * scale_y + move_y))


arcs = [list(absolute(arc)) for arc in atlas["arcs"]]


def ring(indices):
    points = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    # TopoJSON has the land on the right of a ring.
    return points[::-1]


for geometry in atlas["objects"]["land"]["geometries"]:
    for polygon in geometry["arcs"]:
        for indices in polygon:
            points = ring(indices)
            kept = points[:1] + [point for before, point in zip(points, points[1:]) if point != before]
            steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(kept, kept[1:])]
            if len(kept) > 3:
                print(*kept[0], *(number for step in steps for number in step))
