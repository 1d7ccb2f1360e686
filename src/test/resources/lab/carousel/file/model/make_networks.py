"""Makes the networks beside this script, and what they compute, with PyTorch, NumPy and h5py; no code of Carousel.

Run it with: python3 make_networks.py (needs torch, safetensors, h5py and numpy; Debian: python3-torch,
python3-safetensors, python3-h5py). Each network has K = 4 symbols and H = 3 units and is fed the symbols 2 0 1 3 1, from
a state of zeros. Beside network.ext stands network.ext.csv with the outputs, a line for each step.

torch-CELL-LAYERS.safetensors, .npz   a module of PyTorch, saved by PyTorch's own writer and by NumPy; outputs: PyTorch
keras3-CELL-LAYERS.keras              the layout of Keras 3 (saving_lib.py), written with h5py; outputs: the equations of
                                      Keras's documentation in NumPy
keras2-CELL-LAYERS.h5                 the layout of Keras 2 (hdf5_format.py), likewise
own-CELL-LAYERS.npz, .safetensors     the names that Carousel gives to cells that PyTorch lacks; outputs: the equations of
                                      its manual in NumPy. "make_networks.py own" makes these alone (needs numpy and
                                      safetensors)
"""

import io
import json
import sys
import zipfile

import numpy as np
import safetensors.numpy

K, H = 4, 3
SYMBOLS = [2, 0, 1, 3, 1]
RANDOM = np.random.default_rng(16)
ONE_HOT = np.eye(K)[SYMBOLS]


def save_outputs(name, outputs):
    with open(name + ".csv", "w") as file:
        for row in np.asarray(outputs, dtype=np.float64):
            file.write(",".join(repr(float(value)) for value in row) + "\n")


# ---- Carousel's own names ---------------------------------------------------------------------------------------------

# The gates of a cell, and those with peepholes
OWN = {"lstm1997": ("igo", ""), "peephole": ("ifgo", "ifo")}


def squash(x):
    return 1 / (1 + np.exp(-x))


def own_arrays(kind, layers, random):
    gates, looks = OWN[kind]
    arrays = {}
    for layer in range(layers):
        for gate in gates:
            arrays[f"cells.{layer}.W_{gate}"] = random.uniform(-1, 1, (H, K if layer == 0 else H))
            arrays[f"cells.{layer}.U_{gate}"] = random.uniform(-1, 1, (H, H))
            arrays[f"cells.{layer}.b_{gate}"] = random.uniform(-1, 1, H)
            if gate in looks:
                arrays[f"cells.{layer}.p_{gate}"] = random.uniform(-1, 1, H)
    return arrays | {"output.weight": random.uniform(-1, 1, (K, H)), "output.bias": random.uniform(-1, 1, K)}


def own_outputs(kind, layers, arrays):
    gates, looks = OWN[kind]
    h, c = np.zeros((layers, H)), np.zeros((layers, H))
    outputs = []
    for x in ONE_HOT:
        for layer in range(layers):
            own = {name.split(".")[2]: array for name, array in arrays.items() if name.startswith(f"cells.{layer}.")}
            net = {gate: own["W_" + gate] @ x + own["U_" + gate] @ h[layer] + own["b_" + gate] for gate in gates}
            for gate in "if":
                if gate in looks:
                    net[gate] += own["p_" + gate] * c[layer]
            kept = squash(net["f"]) if "f" in gates else 1
            c[layer] = kept * c[layer] + squash(net["i"]) * np.tanh(net["g"])
            if "o" in looks:
                net["o"] += own["p_o"] * c[layer]
            h[layer] = x = squash(net["o"]) * np.tanh(c[layer])
        outputs.append(squash(arrays["output.weight"] @ x + arrays["output.bias"]))
    return outputs


random = np.random.default_rng(1997)
for kind in OWN:
    for layers in [1, 2]:
        arrays = own_arrays(kind, layers, random)
        name = f"own-{kind}-{layers}"
        np.savez(name + ".npz", **arrays)
        safetensors.numpy.save_file(arrays, name + ".safetensors")
        for ending in [".npz", ".safetensors"]:
            save_outputs(name + ending, own_outputs(kind, layers, arrays))
if sys.argv[1:] == ["own"]:
    sys.exit()

import h5py
import torch
from safetensors.torch import save_file

# ---- PyTorch --------------------------------------------------------------------------------------------------------


class Module(torch.nn.Module):
    def __init__(self, kind, layers):
        super().__init__()
        self.rnn = getattr(torch.nn, kind)(K, H, num_layers=layers, batch_first=True)
        self.fc = torch.nn.Linear(H, K)

    def forward(self, inputs):
        return torch.sigmoid(self.fc(self.rnn(inputs)[0]))


torch.manual_seed(16)
for kind in ["LSTM", "GRU", "RNN"]:
    for layers in [1, 2]:
        module = Module(kind, layers).double()
        with torch.no_grad():
            outputs = module(torch.tensor(ONE_HOT)[None])[0].numpy()
        arrays = module.state_dict()
        name = f"torch-{kind.lower()}-{layers}"
        save_file(arrays, name + ".safetensors")
        save_outputs(name + ".safetensors", outputs)
        np.savez(name + ".npz", **{key: value.numpy() for key, value in arrays.items()})
        save_outputs(name + ".npz", outputs)


# ---- Keras ----------------------------------------------------------------------------------------------------------


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(x, h, c, kernel, recurrent, bias):
    i, f, g, o = np.split(x @ kernel + h @ recurrent + bias, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c


def gru(x, h, c, kernel, recurrent, bias):
    xz, xr, xh = np.split(x @ kernel + bias[0], 3)
    hz, hr, hh = np.split(h @ recurrent + bias[1], 3)
    z, r = sigmoid(xz + hz), sigmoid(xr + hr)
    return z * h + (1 - z) * np.tanh(xh + r * hh), c


def simple(x, h, c, kernel, recurrent, bias):
    return np.tanh(x @ kernel + h @ recurrent + bias), c


CELLS = {"LSTM": (lstm, 4, "lstm"), "GRU": (gru, 3, "gru"), "SimpleRNN": (simple, 1, "simple_rnn")}


def draw(*shape):
    return RANDOM.uniform(-1, 1, shape).astype(np.float32)


def weights(kind, layers):
    gates = CELLS[kind][1]
    all_layers = []
    for layer in range(layers):
        inputs = K if layer == 0 else H
        bias = draw(2, gates * H) if kind == "GRU" else draw(gates * H)
        all_layers.append([draw(inputs, gates * H), draw(H, gates * H), bias])
    return all_layers, draw(H, K), draw(K)


def softmax_outputs(kind, layers, V, d):
    step = CELLS[kind][0]
    states = [(np.zeros(H), np.zeros(H)) for _ in layers]
    outputs = []
    for x in ONE_HOT:
        for number, arrays in enumerate(layers):
            states[number] = step(x, *states[number], *[array.astype(np.float64) for array in arrays])
            x = states[number][0]
        z = np.exp(x @ V.astype(np.float64) + d)
        outputs.append(z / z.sum())
    return outputs


def config(kind, layers, new):
    """What Keras writes of a Sequential model of such layers; new: Keras 3, else Keras 2."""
    entries = []
    names = []
    for number in range(layers):
        name = CELLS[kind][2] + (f"_{number}" if number else "")
        names.append(name)
        settings = {
            "name": name, "trainable": True, "return_sequences": True, "return_state": False, "go_backwards": False,
            "stateful": False, "unroll": False, "units": H, "activation": "tanh", "use_bias": True,
            "dropout": 0.0, "recurrent_dropout": 0.0,
        }
        if kind != "SimpleRNN":
            settings["recurrent_activation"] = "sigmoid"
        if kind == "GRU":
            settings["reset_after"] = True
        if new:
            settings["dtype"] = {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"},
                                 "registered_name": None}
        else:
            settings["dtype"] = "float32"
        entries.append({"class_name": kind, "config": settings})
    entries.append({"class_name": "Dense", "config": {
        "name": "dense", "trainable": True, "units": K, "activation": "softmax", "use_bias": True}})
    first = {"class_name": "InputLayer", "config": {
        "name": "input_layer", ("batch_shape" if new else "batch_input_shape"): [None, None, K], "dtype": "float32"}}
    model = {"class_name": "Sequential", "config": {"name": "sequential", "layers": [first] + entries}}
    if new:
        for entry in [model, first] + entries:
            entry["module"] = "keras" if entry is model else "keras.layers"
            entry["registered_name"] = None
    return model, names


for kind in CELLS:
    for layers in [1, 2]:
        arrays, V, d = weights(kind, layers)
        outputs = softmax_outputs(kind, arrays, V, d)

        # Keras 3: a zip of two JSON texts and an HDF5 file
        model, names = config(kind, layers, new=True)
        buffer = io.BytesIO()
        with h5py.File(buffer, "w") as h5:
            h5.create_group("vars").attrs["name"] = "sequential"
            for name, layer in zip(names, arrays):
                h5.create_group(f"layers/{name}/vars").attrs["name"] = name
                group = h5.create_group(f"layers/{name}/cell/vars")
                group.attrs["name"] = CELLS[kind][2] + "_cell"
                for number, array in enumerate(layer):
                    group[str(number)] = array
            group = h5.create_group("layers/dense/vars")
            group.attrs["name"] = "dense"
            group["0"], group["1"] = V, d
        name = f"keras3-{CELLS[kind][2]}-{layers}.keras"
        with zipfile.ZipFile(name, "w") as archive:
            for member, text in [
                ("metadata.json", {"keras_version": "3.12.1", "date_saved": "2026-11-26@09:00:00"}),
                ("config.json", model),
            ]:
                archive.writestr(zipfile.ZipInfo(member), json.dumps(text))
            archive.writestr(zipfile.ZipInfo("model.weights.h5"), buffer.getvalue())
        save_outputs(name, outputs)

        # Keras 2: one HDF5 file
        model, names = config(kind, layers, new=False)
        name = f"keras2-{CELLS[kind][2]}-{layers}.h5"
        with h5py.File(name, "w") as h5:
            h5.attrs["keras_version"] = "2.15.0"
            h5.attrs["backend"] = "tensorflow"
            h5.attrs["model_config"] = json.dumps(model)
            top = h5.create_group("model_weights")
            top.attrs["layer_names"] = [layer.encode() for layer in names + ["dense"]]
            for layer_name, layer in zip(names, arrays):
                cell = f"{layer_name}/{CELLS[kind][2]}_cell"
                variables = [f"{cell}/{v}:0" for v in ["kernel", "recurrent_kernel", "bias"]]
                group = top.create_group(layer_name)
                group.attrs["weight_names"] = [v.encode() for v in variables]
                for variable, array in zip(variables, layer):
                    group[variable] = array
            group = top.create_group("dense")
            group.attrs["weight_names"] = [b"dense/kernel:0", b"dense/bias:0"]
            group["dense/kernel:0"], group["dense/bias:0"] = V, d
        save_outputs(name, outputs)
