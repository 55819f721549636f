"""Makes layouts.nir as the Python package nir lays files out: superblock v0, texts of variable
length, one part contiguous and one part chunked with gzip. Run it here with h5py and numpy."""

import h5py
import numpy as np

text = h5py.string_dtype()


def node(nodes, name, kind, compression=None, **fields):
    group = nodes.create_group(name)
    group.create_dataset("type", data=kind, dtype=text)
    for field, value in fields.items():
        if isinstance(value, np.ndarray):
            group.create_dataset(field, data=value, compression=compression)
        elif isinstance(value, str):
            group.create_dataset(field, data=value, dtype=text)
        else:
            group.create_dataset(field, data=value)


with h5py.File("layouts.nir", "w") as file:
    file.create_dataset("version", data="1.0.7", dtype=text)
    network = file.create_group("node")
    network.create_dataset("type", data="NIRGraph", dtype=text)
    nodes = network.create_group("nodes")
    node(nodes, "input", "Input", shape=np.array([2, 5, 5]))
    node(
        nodes,
        "0",
        "Conv2d",
        compression="gzip",
        input_shape=np.array([5, 5]),
        weight=np.arange(54, dtype="f4").reshape(3, 2, 3, 3) / 16,
        bias=np.array([0.5, -0.5, 0], dtype="f4"),
        stride=np.array([1, 1]),
        padding="same",
        dilation=np.array([1, 1]),
        groups=1,
    )
    node(nodes, "1", "IF", r=np.ones((3, 5, 5)), v_threshold=np.full((3, 5, 5), 2.0))
    node(nodes, "2", "Flatten", start_dim=0, end_dim=-1, input_type=np.array([3, 5, 5]))
    node(
        nodes,
        "10",
        "Affine",
        weight=(np.arange(150, dtype=">f8").reshape(2, 75) - 75) / 32,
        bias=np.array([1, 2], dtype="i2"),
    )
    node(
        nodes,
        "11",
        "LIF",
        compression="gzip",
        tau=np.array([0.001, 0.002]),
        r=np.array([10.0, 20.0]),
        v_leak=np.zeros(2),
        v_threshold=np.ones(2),
        v_reset=np.zeros(2),
    )
    node(nodes, "output", "Output", shape=np.array([2]))
    order = ["input", "0", "1", "2", "10", "11", "output"]
    network.create_dataset("edges", data=list(zip(order, order[1:])), dtype=text)
