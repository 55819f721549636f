"""Checks a file that NirWriter wrote with h5py: exits with 0 and prints what it saw, or fails.

Usage: check_layout.py FILE VALUES, for the networks of SampleNetworks and SequenceNetwork. A line of
VALUES is a node, a field and the field's numbers in hexadecimal, separated by tabs and spaces."""

import sys

import h5py
import numpy as np

FIELDS = {
    "Input": {"shape"},
    "Output": {"shape"},
    "Linear": {"weight"},
    "Affine": {"weight", "bias"},
    "Conv2d": {
        "input_shape", "weight", "stride", "padding", "dilation", "groups", "bias",
    },
    "SumPool2d": {"kernel_size", "stride", "padding"},
    "AvgPool2d": {"kernel_size", "stride", "padding"},
    "Flatten": {"start_dim", "end_dim", "input_type"},
    "Conv1d": {
        "input_shape", "weight", "stride", "padding", "dilation", "groups", "bias",
    },
    "Scale": {"scale"},
    "Delay": {"delay"},
    "Threshold": {"threshold"},
    "I": {"r"},
    "IF": {"r", "v_threshold", "v_reset"},
    "LI": {"tau", "r", "v_leak"},
    "LIF": {"tau", "r", "v_leak", "v_threshold", "v_reset"},
    "CubaLI": {"tau_syn", "tau_mem", "r", "v_leak", "w_in"},
    "CubaLIF": {"tau_syn", "tau_mem", "r", "v_leak", "w_in", "v_threshold", "v_reset"},
}
POPULATIONS = {"Threshold", "I", "IF", "LI", "LIF", "CubaLI", "CubaLIF"}
WHOLE = {
    "shape", "input_shape", "stride", "dilation", "groups", "kernel_size", "start_dim",
    "end_dim", "input_type",
}


def text(dataset):
    value = dataset[()]
    assert dataset.shape == () and isinstance(value, bytes), dataset.name
    return value.decode("utf8")


with h5py.File(sys.argv[1], "r") as file:
    attributes = []
    file.visititems(lambda name, item: attributes.extend(item.attrs))
    assert not attributes and not list(file.attrs), attributes
    assert set(file) == {"version", "node"}
    assert text(file["version"])
    network = file["node"]
    assert text(network["type"]) == "NIRGraph"
    assert set(network) == {"type", "edges", "nodes", "metadata"}
    edges = [(a.decode("utf8"), b.decode("utf8")) for a, b in network["edges"][()]]
    nodes = network["nodes"]
    assert all(a in nodes and b in nodes for a, b in edges)
    for name, node in nodes.items():
        kind = text(node["type"])
        assert set(node) - {"metadata"} == FIELDS[kind] | {"type"}, (name, set(node))
        for field in FIELDS[kind]:
            value = node[field][()]
            if field in WHOLE:
                assert node[field].dtype == np.int64, (name, field)
            elif field in ("weight", "bias", "scale"):
                assert value.dtype == np.float32, (name, field)
            elif kind in POPULATIONS:
                shape = node[min(FIELDS[kind])].shape
                assert value.dtype == np.float64 and value.shape == shape, (name, field)
                assert np.all(np.isfinite(value)), (name, field)
        for key, item in node.get("metadata", {}).items():
            assert key.startswith("spikeledger_") and isinstance(item, h5py.Dataset)
    for line in open(sys.argv[2], encoding="utf8"):
        name, field, numbers = line.rstrip("\n").split("\t")
        expected = [float.fromhex(number) for number in numbers.split(" ")]
        assert nodes[name][field][()].ravel().tolist() == expected, (name, field)
    if "integrator" in nodes:
        assert nodes["conv.1"]["input_shape"][()] == 9
        assert nodes["conv.1"]["stride"][()] == 2
        assert nodes["scale"]["scale"].shape == (4, 4)
        assert np.all(nodes["integrator"]["r"][()] == 0.25 / 1e-4)
        assert nodes["neuron"]["w_in"].shape == (3,)
        assert nodes["delay"]["delay"].shape == (4, 5)
        assert np.allclose(nodes["delay"]["delay"][()].ravel()[:4], [0, 1e-4, 2e-4, 3e-4])
        assert ("neuron", "neuron") in edges
    elif "conv.1" in nodes:
        assert nodes["input"]["shape"][()].tolist() == [2, 8, 8]
        assert nodes["conv.1"]["weight"].shape == (4, 1, 2, 3)
        assert text(nodes["conv.1"]["padding"]) == "same"
        assert nodes["conv.1"]["groups"][()] == 2
        assert nodes["neuron.1"]["r"].shape == (4, 8, 8)
        assert np.all(nodes["neuron.1"]["r"][()] == 1 / 1e-4)
        assert np.all(nodes["neuron.1"]["v_threshold"][()] == 0.75)
        assert nodes["flatten"]["input_type"][()].tolist() == [3, 2, 3]
        assert nodes["linear"]["weight"].compression == "gzip"
        assert nodes["output"]["shape"][()].tolist() == [3]
        assert network["metadata"]["spikeledger_timesteps"][()] == 3
    else:
        assert nodes["0"]["weight"][()].tolist() == [[1, -0.5]]
        assert nodes["0"]["bias"][()].tolist() == [0.25]
        leak = float(np.float32(0.9))
        assert nodes["1"]["tau"][()].tolist() == [1e-4 / (1 - leak)]
        assert nodes["1"]["r"][()].tolist() == [1 / (1 - leak)]
        assert nodes["1"]["v_leak"][()].tolist() == [0]
        assert edges == [("0", "1"), ("1", "output"), ("input", "0")]
    print("nodes=%d edges=%d" % (len(nodes), len(edges)))
