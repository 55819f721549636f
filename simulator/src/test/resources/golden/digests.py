#!/usr/bin/env python3
"""Computes the fingerprint and the digests of every golden case from its hand-worked expectations.

Written from the layouts that the javadoc of Fingerprint, NodeSerialiser, InputDigest,
InferenceDigest, PotentialsDigest and RunDigest gives; it shares no code with them and runs no
network. Ints and longs are little-endian, floats are float32 bits, a text is the number of its
UTF-8 bytes and these.

    python3 digests.py           writes digests.json
    python3 digests.py --check   exits with 1 if digests.json says something else
"""

import hashlib
import json
import pathlib
import struct
import sys

FOLDER = pathlib.Path(__file__).parent
RESULT = FOLDER / "digests.json"
SEMANTICS_VERSION = 1
PRIMITIVES = (
    "spikes",
    "eventsIn",
    "undelivered",
    "accumulates",
    "multiplyAccumulates",
    "effectiveAccumulates",
    "effectiveMultiplyAccumulates",
    "expandedAccumulates",
    "pooledMultiplyAccumulates",
    "directMultiplyAccumulates",
    "borderlessFanOut",
    "touched",
    "effectiveTouched",
    "visited",
    "updated",
)


def ints(*values):
    return struct.pack("<%di" % len(values), *values)


def longs(*values):
    return struct.pack("<%dq" % len(values), *values)


def floats(*values):
    return struct.pack("<%df" % len(values), *values)


def text(value):
    encoded = value.encode("utf-8")
    return ints(len(encoded)) + encoded


def shape(extents):
    return ints(len(extents), *extents)


def tensor(values):
    extents = []
    flat = [values]
    while isinstance(flat[0], list):
        extents.append(len(flat[0]))
        flat = [each for inner in flat for each in inner]
    return shape(extents) + floats(*flat)


def optional(values):
    return ints(0) if values is None else ints(1) + tensor(values)


def convolution(node):
    rows, columns = node["padding"]
    return (
        tensor(node["weight"])
        + optional(node.get("bias"))
        + ints(*node["stride"])
        + ints(rows, columns, rows, columns)
        + ints(*node["dilation"])
        + ints(node["groups"])
    )


def pool(node):
    counted = 1 if node.get("countPadding", False) else 0
    return ints(*node["kernel"]) + ints(*node["stride"]) + ints(*node["padding"]) + ints(counted)


def neuron(node):
    return (
        tensor(node.get("leak", 1))
        + tensor(node["gain"])
        + tensor(node.get("drift", 0))
        + tensor(node["threshold"])
        + text(node["thresholdRule"])
        + text(node["spikeRule"])
        + text(node["resetRule"])
        + tensor(node["resetValue"])
    )


PARAMETERS = {
    "Input": lambda node: shape(node["shape"]),
    "Output": lambda node: b"",
    "Flatten": lambda node: ints(node["startDimension"], node["endDimension"]),
    "Linear": lambda node: tensor(node["weight"]),
    "Affine": lambda node: tensor(node["weight"]) + tensor(node["bias"]),
    "Conv2d": convolution,
    "AvgPool2d": pool,
    "SumPool2d": pool,
    "IF": neuron,
    "LIF": neuron,
}


def fingerprint(case):
    nodes = case["network"]["nodes"]
    edges = case["network"]["edges"]
    head = text("spikeledger") + ints(SEMANTICS_VERSION) + text("float32")
    content = head + text(case["input"]["encoder"]) + ints(case["timesteps"]) + ints(len(nodes))
    for name in sorted(nodes):
        node = nodes[name]
        content += text(name) + text(node["type"]) + PARAMETERS[node["type"]](node)
    content += ints(len(edges))
    for source, target in sorted(map(tuple, edges)):
        content += text(source) + text(target)
    return hashlib.sha256(content).hexdigest()


def input_digest(case, sample):
    extents = shape(case["network"]["nodes"]["input"]["shape"])
    kind = case["input"]["kind"]
    if kind == "ANALOG":
        return hashlib.sha256(ints(0) + extents + floats(*sample)).digest()
    content = ints(1) + extents + ints(len(sample))
    for events in sample:
        pairs = [(event, 1.0) for event in events] if kind == "BINARY" else events
        content += ints(len(pairs))
        content += ints(*(index for index, _ in pairs))
        content += floats(*(value for _, value in pairs))
    return hashlib.sha256(content).digest()


def fired(spikes):
    pairs = [each if isinstance(each, list) else [each, 1] for each in spikes]
    content = ints(len(pairs), *(index for index, _ in pairs))
    if any(number > 1 for _, number in pairs):
        content += ints(*(number for _, number in pairs))
    return content


def potentials_digest(layers, potentials):
    content = b""
    for timestep, by_layer in enumerate(potentials):
        for position, layer in enumerate(layers):
            values = by_layer[layer]
            content += ints(timestep, position, len(values)) + floats(*values)
    return hashlib.sha256(content).digest()


def inference_digest(case, sample, inference, with_potentials):
    layers = case["layers"]
    content = input_digest(case, sample) + ints(case["timesteps"], len(layers))
    for by_layer in inference["spikes"]:
        for layer in layers:
            content += fired(by_layer.get(layer, []))
    for by_layer in inference["counters"]:
        for layer in layers:
            counters = by_layer.get(layer, {})
            content += longs(*(counters.get(primitive, 0) for primitive in PRIMITIVES))
    content += ints(len(inference["output"])) + floats(*inference["output"])
    if with_potentials:
        content += potentials_digest(layers, inference["potentials"])
    return hashlib.sha256(content).digest()


def digests(case):
    pairs = list(zip(case["input"]["samples"], case["inferences"], strict=True))
    plain = [inference_digest(case, sample, inference, False) for sample, inference in pairs]
    full = [inference_digest(case, sample, inference, True) for sample, inference in pairs]
    return {
        "fingerprint": fingerprint(case),
        "inferences": [digest.hex() for digest in plain],
        "run": hashlib.sha256(b"".join(plain)).hexdigest(),
        "inferencesWithPotentials": [digest.hex() for digest in full],
    }


def main(arguments):
    cases = sorted(path for path in FOLDER.glob("*.json") if path != RESULT)
    computed = {path.stem: digests(json.loads(path.read_text("utf-8"))) for path in cases}
    written = json.dumps(computed, indent=2) + "\n"
    if arguments == ["--check"]:
        return 0 if RESULT.read_text("utf-8") == written else 1
    RESULT.write_text(written, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
