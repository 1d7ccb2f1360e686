"""The maps of two networks by NumPy, from the states that Carousel exports, for StateMapTest:

carousel view stateMap EXPERIMENT --network NAME.safetensors --csv NAME.csv
python3 make_maps.py gradient counting
"""
import csv
import sys

import numpy

for name in sys.argv[1:]:
    with open(name + ".csv") as file:
        header, *rows = csv.reader(file)
    states = numpy.array([row[header.index("h1"):] for row in rows], dtype=float)
    centred = states - states.mean(axis=0)
    sizes, axes = numpy.linalg.svd(centred, full_matrices=False)[1:]
    axes = axes[:3]
    axes *= numpy.array([numpy.sign(axis[numpy.argmax(numpy.abs(axis))]) for axis in axes])[:, None]
    with open(name + ".numpy.csv", "w") as file:
        shares = sizes[:3] ** 2 / (sizes ** 2).sum()
        for numbers in [shares, *(centred @ axes.T)]:
            file.write(",".join(map(repr, map(float, numbers))) + "\n")
