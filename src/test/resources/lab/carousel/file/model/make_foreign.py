"""Makes foreign.zip beside this script: networks of other programs, and what they compute; no code of Carousel.

Run it with: python3 make_foreign.py (needs h5py, numpy and torch; Debian: python3-h5py, python3-numpy, python3-torch).
Keras itself is not needed: its descriptions are written after keras/src/models/functional.py and serialization_lib.py of
Keras 3.12, and tf_keras/engine/node.py of Keras 2. In the zip kinds.json has a line for each network:

kind      what it is
file      its name in the zip
source    "issue" for the kinds that were once opened wrongly, or not at all; "own" for those added to them
expect    "opens": with the outputs below; "refused"; "asks": refused until the answers are chosen; "assumes": opens, but says
          that it assumes what the answers say otherwise, and with them has the outputs below, or is refused
answers   by the subject of a question; none for the others
words     that the refusal has
outputs   of the symbols 2 0 1 3 1, from a state of zeros; null if there is no such network
"""

import io
import json
import struct
import zipfile
import zlib

import h5py
import numpy as np
import torch

K, H = 4, 3
SYMBOLS = [2, 0, 1, 3, 1]
RANDOM = np.random.default_rng(23)
torch.manual_seed(23)
kinds, files = [], {}


def note(kind, file, content, expect, outputs=None, answers=None, words="", source="issue"):
    assert file not in files, file
    files[file] = content
    if outputs is not None:
        outputs = [[float(value) for value in row] for row in outputs]
    kinds.append(dict(kind=kind, file=file, source=source, expect=expect, answers=answers or {}, words=words, outputs=outputs))


# ---- what Keras computes ---------------------------------------------------------------------------------------------


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    z = np.exp(x - x.max())
    return z / z.sum()


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
OUTPUTS = {"softmax": softmax, "sigmoid": sigmoid, "linear": lambda x: x}


def draw(*shape):
    return RANDOM.uniform(-1, 1, shape).astype(np.float32)


def arrays_of(kind, inputs, units):
    if kind == "Dense":
        return [draw(inputs, units), draw(units)]
    gates = CELLS[kind][1]
    bias = draw(2, gates * units) if kind == "GRU" else draw(gates * units)
    return [draw(inputs, gates * units), draw(units, gates * units), bias]


def run(stack, last="softmax"):
    """The outputs of layers on one another: pairs of a kind and its arrays; the last one is Dense."""
    states = [(np.zeros(H), np.zeros(H)) for _ in stack]
    rows = []
    for x in np.eye(K)[SYMBOLS]:
        for number, (kind, arrays) in enumerate(stack):
            arrays = [array.astype(np.float64) for array in arrays]
            if kind == "Dense":
                x = x @ arrays[0] + (arrays[1] if len(arrays) > 1 else 0)
                if number < len(stack) - 1:
                    x = np.tanh(x)
            else:
                states[number] = CELLS[kind][0](x, *states[number], *arrays)
                x = states[number][0]
        rows.append(OUTPUTS[last](x))
    return rows


# ---- how Keras describes it ------------------------------------------------------------------------------------------


def settings(kind, name, units, **more):
    config = {"name": name, "trainable": True, "dtype": "float32", "units": units, "use_bias": True}
    if kind == "Dense":
        config.update(activation="softmax", kernel_regularizer=None)
    else:
        config.update(return_sequences=True, return_state=False, go_backwards=False, stateful=False, unroll=False,
                      activation="tanh", dropout=0.0, recurrent_dropout=0.0, kernel_initializer={
                          "class_name": "GlorotUniform", "config": {"seed": None}})
        if kind != "SimpleRNN":
            config["recurrent_activation"] = "sigmoid"
        if kind == "LSTM":
            config["unit_forget_bias"] = True
        if kind == "GRU":
            config["reset_after"] = True
    config.update(more)
    return {key: value for key, value in config.items() if value != "LEFT OUT"}


class Layer:
    def __init__(self, kind, name, config, arrays=(), module="keras.layers", registered=None):
        self.kind, self.name, self.config, self.arrays = kind, name, config, list(arrays)
        self.module, self.registered = module, registered

    def entry(self, new):
        entry = {"class_name": self.kind, "config": self.config, "name": self.name}
        if new:
            entry.update(module=self.module, registered_name=self.registered)
        return entry


def cell(kind, name=None, inputs=K, units=H, **more):
    return Layer(kind, name or CELLS[kind][2], settings(kind, name or CELLS[kind][2], units, **more),
                 arrays_of(kind, inputs, units))


def dense(name="dense", inputs=H, units=K, **more):
    return Layer("Dense", name, settings("Dense", name, units, **more), arrays_of("Dense", inputs, units))


def plain(kind, name, **more):
    return Layer(kind, name, dict(name=name, trainable=True, **more))


def first(new, name="input_layer"):
    return Layer("InputLayer", name, {"name": name, ("batch_shape" if new else "batch_input_shape"): [None, None, K],
                                      "dtype": "float32"})


def tensor(name, node=0, index=0, new=True):
    if new:
        return {"class_name": "__keras_tensor__",
                "config": {"shape": [None, None, H], "dtype": "float32", "keras_history": [name, node, index]}}
    return [name, node, index]


def call(source, node=0, index=0, new=True, **kwargs):
    """One call of a layer with what another gives."""
    if new:
        return {"args": [tensor(source, node, index)], "kwargs": kwargs}
    return [[source, node, index, kwargs]]


def sequential(layers, new):
    model = {"class_name": "Sequential", "config": {
        "name": "sequential", "layers": [layer.entry(new) for layer in [first(new)] + layers]}}
    if new:
        model.update(module="keras", registered_name=None)
    return model


def functional(layers, new, calls=None, inputs=None, outputs=None, nodes=None, single=False, cls="Functional"):
    """A chain, unless calls tells for the name of a layer how it is called; nodes: the calls are as in Keras 3."""
    nodes = new if nodes is None else nodes
    entries, before = [], None
    for layer in layers:
        entry = layer.entry(new)
        entry["inbound_nodes"] = [] if before is None else [call(before, new=nodes)]
        if calls and layer.name in calls:
            entry["inbound_nodes"] = calls[layer.name]
        entries.append(entry)
        before = layer.name
    wrap = (lambda ends: ends[0]) if single else (lambda ends: ends)
    model = {"class_name": cls, "config": {
        "name": "functional", "trainable": True, "layers": entries,
        "input_layers": inputs if inputs is not None else wrap([[layers[0].name, 0, 0]]),
        "output_layers": outputs if outputs is not None else wrap([[layers[-1].name, 0, 0]])}}
    if new:
        model.update(module="keras.src.models.functional", registered_name="Functional")
    return model


# ---- how Keras writes it ---------------------------------------------------------------------------------------------


def put(group, name, array, how):
    how = dict(how or {})
    kind = how.pop("as", None)
    if kind == "bfloat16":
        bits = (array.view(np.uint32) >> 16).astype(np.uint16)
        group.create_dataset(name, data=bits.view("V2")).attrs["dtype"] = "bfloat16"
    elif kind == "bfloat16 type":
        made = h5py.h5t.IEEE_F16LE.copy()
        made.set_fields(15, 7, 8, 0, 7)
        made.set_ebias(127)
        made.lock()
        space = h5py.h5s.create_simple(array.shape)
        h5py.h5d.create(group.id, name.encode(), made, space).write(
            space, space, np.ascontiguousarray((array.view(np.uint32) >> 16).astype(np.uint16)), mtype=made)
    elif kind == "bomb":
        data = group.create_dataset(name, array.shape, "<f4", chunks=array.shape, compression="gzip")
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(60)) + packer.flush()
        data.id.write_direct_chunk((0,) * array.ndim, packed)
    elif kind == "holes":
        data = group.create_dataset(name, array.shape, "<f4", chunks=(1,) * array.ndim, fillvalue=0.5)
        data[tuple(0 for _ in array.shape)] = array.flat[0]
    else:
        group.create_dataset(name, data=array if kind is None else array.astype(kind), **how)


def snake(kind):
    return {"LSTM": "lstm", "GRU": "gru", "SimpleRNN": "simple_rnn", "Dense": "dense"}.get(kind, kind.lower())


def keras3(model, layers, how=None, old=False, libver=None, extra=None):
    """The zip of Keras 3, or of 2.13 (old)."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", libver=libver) as h5:
        counts = {}
        top = h5.create_group("_layer_checkpoint_dependencies" if old else "layers")
        for layer in layers:
            if not layer.arrays:
                continue
            number = counts.get(layer.kind, 0)
            counts[layer.kind] = number + 1
            group = top.create_group(snake(layer.kind) + (f"_{number}" if number else ""))
            inner = group.create_group("vars" if layer.kind == "Dense" else "cell/vars")
            for index, array in enumerate(layer.arrays):
                put(inner, str(index), array, how)
        if extra:
            extra(h5)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member, text in [("metadata.json", {"keras_version": "3.12.1"}), ("config.json", model)]:
            archive.writestr(zipfile.ZipInfo(member), json.dumps(text))
        archive.writestr(zipfile.ZipInfo("model.weights.h5"), buffer.getvalue())
    return out.getvalue()


def keras2(model, layers, how=None, libver=None, extra=None):
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", libver=libver) as h5:
        h5.attrs["keras_version"] = "2.15.0"
        h5.attrs["model_config"] = json.dumps(model)
        top = h5.create_group("model_weights")
        for layer in layers:
            group = top.create_group(layer.name)
            if not layer.arrays:
                continue
            names = ["kernel", "bias"] if layer.kind == "Dense" else ["kernel", "recurrent_kernel", "bias"]
            inner = group.create_group(layer.name if layer.kind == "Dense" else f"{layer.name}/{snake(layer.kind)}_cell")
            for name, array in zip(names, layer.arrays):
                put(inner, name + ":0", array, how)
        if extra:
            extra(h5)
    return buffer.getvalue()


def both(kind, file, make, expect, outputs=None, layers=None, **more):
    """Of Keras 3 and of Keras 2; make gives a description, for new or old."""
    how = more.pop("how", None)
    for new in [True, False]:
        made = make(new)
        model, stack = made if isinstance(made, tuple) else (made, layers)
        name = file + (".keras" if new else ".h5")
        content = keras3(model, stack, how) if new else keras2(model, stack, how)
        note(f"{kind} ({'Keras 3' if new else 'Keras 2'})", name, content, expect, outputs, **more)


def stack_of(layers, last="softmax"):
    return run([(layer.kind, layer.arrays) for layer in layers if layer.arrays], last)


# ---- Keras: what opens -----------------------------------------------------------------------------------------------

for kind in CELLS:
    for depth in [1, 2]:
        layers = [cell(kind, f"a{number}", K if number == 0 else H) for number in range(depth)] + [dense()]
        outputs = stack_of(layers)
        name = f"{CELLS[kind][2]}-{depth}"
        both(f"Sequential, {depth} x {kind}", f"sequential-{name}", lambda new: sequential(layers, new), "opens", outputs, layers)
        both(f"Functional chain, {depth} x {kind}", f"functional-{name}",
             lambda new: functional([first(new)] + layers, new), "opens", outputs, layers)

for label, change in [
    ("stateful", dict(stateful=True)),
    ("unrolled", dict(unroll=True)),
    ("outputs of the last step alone", dict(return_sequences=False)),
    ("dropout in the cell, which does nothing in use", dict(dropout=0.5, recurrent_dropout=0.3)),
]:
    layers = [cell("LSTM", **change), dense()]
    note(f"LSTM: {label}", f"lstm-{list(change)[0]}.keras", keras3(sequential(layers, True), layers), "opens",
         stack_of(layers), source="own")

for output in ["sigmoid", "softmax"]:
    layers = [cell("GRU"), dense(activation=output)]
    note(f"outputs {output}", f"output-{output}.h5", keras2(sequential(layers, False), layers), "opens",
         stack_of(layers, output), source="own")
layers = [cell("LSTM"), dense(activation="linear"), plain("Activation", "act", activation="softmax")]
note("function of the outputs as a layer", "activation-layer.keras", keras3(sequential(layers, True), layers), "opens",
     stack_of(layers), source="own")
layers = [cell("LSTM"), dense(activation="linear")]
note("outputs are net inputs: sigmoid assumed, softmax chosen", "logits.keras", keras3(sequential(layers, True), layers),
     "assumes", stack_of(layers, "softmax"), {"output": "softmax"}, source="own")
layers = [cell("LSTM"), plain("Dropout", "drop", rate=0.5), dense()]
both("Functional with Dropout", "dropout", lambda new: functional([first(new)] + layers, new), "opens", stack_of(layers),
     layers, source="own")
layers = [cell("LSTM", use_bias=False), dense(use_bias=False)]
whole = stack_of([Layer("LSTM", "", {}, layers[0].arrays[:2] + [np.zeros(4 * H)]), Layer("Dense", "", {}, layers[1].arrays[:1])])
for layer in layers:
    layer.arrays.pop()
both("without biases", "no-bias", lambda new: sequential(layers, new), "opens", whole, layers, source="own")
layers = [cell("LSTM"), dense(units=2)]
note("fewer outputs than inputs", "fewer-outputs.keras", keras3(sequential(layers, True), layers), "opens",
     stack_of(layers), source="own")
layers = [dense("hidden", K, H, activation="tanh"), dense("out")]
both("without memory", "dense", lambda new: sequential(layers, new), "opens", stack_of(layers), layers, source="own")
layers = [cell("LSTM"), dense()]
note("written by Keras 2.13 as a zip", "keras213.keras", keras3(sequential(layers, True), layers, old=True), "opens",
     stack_of(layers), source="own")
note("one input and one output, not in a list", "single-ends.keras",
     keras3(functional([first(True)] + layers, True, single=True), layers), "opens", stack_of(layers), source="own")
note("Functional as Keras 3 writes it to .h5", "functional-new-calls.h5",
     keras2(functional([first(False)] + layers, False, nodes=True), layers), "opens", stack_of(layers), source="own")
note("called with training=False and mask=None", "harmless-arguments.keras", keras3(functional(
    [first(True)] + layers, True, calls={"lstm": [call("input_layer", training=False, mask=None, initial_state=None)]}),
    layers), "opens", stack_of(layers), source="own")
note("the class Model of old Keras", "model-class.h5", keras2(functional([first(False)] + layers, False, cls="Model"), layers),
     "opens", stack_of(layers), source="own")
layers = [cell("LSTM", activation={"module": "keras.activations", "class_name": "function", "config": "tanh",
                                   "registered_name": "tanh"}), dense()]
note("tanh of Keras itself as an object", "own-function.keras", keras3(sequential(layers, True), layers), "opens",
     stack_of(layers), source="own")
layers = [cell("LSTM", return_state=True), dense()]
note("states given out, but not used", "state-unused.keras", keras3(functional([first(True)] + layers, True), layers), "opens",
     stack_of(layers), source="own")
layers = [cell("LSTM", "one"), cell("LSTM", "two", H), dense()]
swapped = lambda new: [first(new), layers[1], layers[0], layers[2]]
wired = lambda new: {"one": [call("input_layer", new=new)], "two": [call("one", new=new)], "dense": [call("two", new=new)]}
for new in [True, False]:
    model = functional(swapped(new), new, calls=wired(new))
    order = [layers[1], layers[0], layers[2]]
    note(f"layers described in another order than applied ({'Keras 3' if new else 'Keras 2'})",
         "order." + ("keras" if new else "h5"), (keras3 if new else keras2)(model, order), "opens", stack_of(layers))

# ---- Keras: wiring that is no chain ----------------------------------------------------------------------------------


def branch(new):
    layers = [first(new), cell("LSTM", "left"), cell("LSTM", "right"), plain("Concatenate", "both"), dense(inputs=2 * H)]
    join = [{"args": [[tensor("left"), tensor("right")]], "kwargs": {}}] if new else [[["left", 0, 0, {}], ["right", 0, 0, {}]]]
    return functional(layers, new, calls={
        "left": [call("input_layer", new=new)], "right": [call("input_layer", new=new)], "both": join}), layers


def parallel(new):
    layers = [first(new), cell("LSTM", "left"), cell("LSTM", "right"), dense()]
    return functional(layers, new, calls={
        "left": [call("input_layer", new=new)], "right": [call("input_layer", new=new)], "dense": [call("right", new=new)]}), layers


def parallel_dense(new):
    layers = [first(new), cell("LSTM"), dense("one"), dense("two")]
    return functional(layers, new, calls={"one": [call("lstm", new=new)], "two": [call("lstm", new=new)]},
                      outputs=[["one", 0, 0], ["two", 0, 0]]), layers


def shared(new):
    layers = [first(new), cell("LSTM", units=K, inputs=K), dense(inputs=K)]
    return functional(layers, new, calls={
        "lstm": [call("input_layer", new=new), call("lstm", new=new)], "dense": [call("lstm", 1, new=new)]}), layers


def shared_early(new):
    layers = [first(new), cell("LSTM", units=K, inputs=K), dense(inputs=K)]
    return functional(layers, new, calls={"lstm": [call("input_layer", new=new), call("lstm", new=new)]}), layers


def node_number(new):
    layers = [first(new), cell("LSTM"), dense()]
    return functional(layers, new, calls={"dense": [call("lstm", 1, new=new)]}), layers


def translator(new):
    layers = [first(new, "encoder_input"), first(new, "decoder_input"), cell("LSTM", "encoder", return_state=True),
              cell("LSTM", "decoder"), dense()]
    states = [tensor("encoder", 0, 1, new), tensor("encoder", 0, 2, new)]
    return functional(layers, new, calls={
        "decoder_input": [], "encoder": [call("encoder_input", new=new)],
        "decoder": [call("decoder_input", new=new, initial_state=states)]},
        inputs=[["encoder_input", 0, 0], ["decoder_input", 0, 0]]), layers


def translator_of_one(new):
    """The decoder is fed the same, but begins where the encoder ended."""
    layers = [first(new), cell("LSTM", "encoder", return_state=True), cell("LSTM", "decoder", H), dense()]
    states = [tensor("encoder", 0, 1, new), tensor("encoder", 0, 2, new)]
    return functional(layers, new, calls={"decoder": [call("encoder", new=new, initial_state=states)]}), layers


def states_as_inputs(new):
    layers = [first(new), cell("LSTM", "encoder", return_state=True), cell("LSTM", "decoder", H), dense()]
    if new:
        decoder = [{"args": [tensor("encoder"), None, [tensor("encoder", 0, 1), tensor("encoder", 0, 2)]], "kwargs": {}}]
    else:
        decoder = [[["encoder", 0, 0, {}], ["encoder", 0, 1, {}], ["encoder", 0, 2, {}]]]
    return functional(layers, new, calls={"decoder": decoder}), layers


def state_out(new):
    layers = [first(new), cell("LSTM", return_state=True), dense()]
    return functional(layers, new, calls={"dense": [call("lstm", 0, 2, new=new)]}), layers


def state_as_output(new):
    layers = [first(new), cell("LSTM"), dense()]
    return functional(layers, new, outputs=[["dense", 0, 1]]), layers


def residual(new):
    layers = [first(new), cell("LSTM", inputs=K, units=K), plain("Add", "add"), dense(inputs=K)]
    join = [{"args": [[tensor("lstm"), tensor("input_layer")]], "kwargs": {}}] if new else [[["lstm", 0, 0, {}], ["input_layer", 0, 0, {}]]]
    return functional(layers, new, calls={"add": join}), layers


def two_inputs(new):
    layers = [first(new, "in1"), first(new, "in2"), cell("LSTM"), dense()]
    return functional(layers, new, calls={"in2": [], "lstm": [call("in1", new=new)]}, inputs=[["in1", 0, 0], ["in2", 0, 0]]), layers


def unused_input(new):
    layers = [first(new, "in1"), first(new, "in2"), cell("LSTM"), dense()]
    return functional(layers, new, calls={"in2": [], "lstm": [call("in1", new=new)]}, inputs=[["in1", 0, 0]]), layers


def two_outputs(new):
    layers = [first(new), cell("LSTM"), dense()]
    return functional(layers, new, outputs=[["dense", 0, 0], ["lstm", 0, 0]]), layers


def named_outputs(new):
    layers = [first(new), cell("LSTM"), dense()]
    return functional(layers, new, outputs={"main": ["dense", 0, 0], "state": ["lstm", 0, 0]}), layers


def early_output(new):
    layers = [first(new), cell("LSTM"), dense("first"), dense("second", K)]
    return functional(layers, new, outputs=[["first", 0, 0]]), layers


def early_cells(new):
    layers = [first(new), cell("LSTM", "a"), cell("LSTM", "b", H), dense()]
    return functional(layers, new, calls={"dense": [call("a", new=new)]}), layers


def unconnected(new):
    layers = [first(new), cell("LSTM", "a"), cell("LSTM", "b", H), dense()]
    return functional(layers, new, calls={"b": [], "dense": [call("a", new=new)]}), layers


def circle(new):
    layers = [first(new), cell("LSTM", "a"), cell("LSTM", "b", H), dense()]
    return functional(layers, new, calls={"a": [call("b", new=new)]}), layers


def stochastic(new):
    layers = [first(new), cell("LSTM"), plain("Dropout", "drop", rate=0.5), dense()]
    return functional(layers, new, calls={"drop": [call("lstm", new=new, training=True)]}), layers


def masked(new):
    layers = [first(new), cell("LSTM"), dense()]
    return functional(layers, new, calls={"lstm": [call("input_layer", new=new, mask=tensor("input_layer", new=new))]}), layers


def nested(new):
    inner = [cell("LSTM"), dense()]
    layers = [first(new), Layer("Sequential", "inner", sequential(inner, new)["config"], module="keras")]
    return functional(layers, new), layers + inner


def nested_functional(new):
    inner = [first(new), cell("LSTM")]
    whole = functional(inner, new)
    layers = [first(new), Layer("Functional", "inner", whole["config"], module="keras.src.models.functional", registered="Functional"),
              dense()]
    return functional(layers, new), layers


def same_names(new):
    layers = [cell("LSTM", "same"), cell("LSTM", "same", H), dense()]
    return sequential(layers, new), [layers[0], layers[2]]


def unwired(new):
    layers = [first(new), cell("LSTM"), dense()]
    model = functional(layers, new)
    for entry in model["config"]["layers"]:
        entry.pop("inbound_nodes")
    return model, layers


def elsewhere(new):
    layers = [first(new), cell("LSTM"), dense()]
    return functional(layers, new, calls={"lstm": [call("nowhere", new=new)]}), layers


for make, kind, words, source in [
    (branch, "two branches, put together", "", "issue"),
    (parallel, "two layers at the same input, one of them used", "", "issue"),
    (parallel_dense, "two output layers at the same cells", "", "issue"),
    (shared, "one layer applied twice", "more than once", "issue"),
    (shared_early, "one layer applied twice, the first time used", "more than once", "issue"),
    (translator, "encoder and decoder with two inputs", "more than one input", "issue"),
    (translator_of_one, "encoder and decoder with initial states", "initial_state", "issue"),
    (states_as_inputs, "initial states as inputs", "", "issue"),
    (state_out, "a cell state goes to the output layer", "takes a state", "issue"),
    (residual, "a way past the cells", "", "issue"),
    (node_number, "the second application of a layer", "more than once", "own"),
    (state_as_output, "a second thing that a layer gives is the output", "", "own"),
    (two_inputs, "two inputs", "more than one input", "own"),
    (unused_input, "an input that leads nowhere", "", "own"),
    (two_outputs, "two outputs", "more than one output", "own"),
    (named_outputs, "outputs with names", "more than one output", "own"),
    (early_output, "a layer after the output", "", "own"),
    (early_cells, "a layer beside the way", "", "own"),
    (unconnected, "a layer that is not connected", "not on the way", "own"),
    (circle, "a circle", "", "own"),
    (stochastic, "Dropout that goes on in use", "training", "own"),
    (masked, "called with a mask", "mask", "own"),
    (nested, "a Sequential model as a layer", "", "own"),
    (nested_functional, "a Functional model as a layer", "", "own"),
    (same_names, "two layers of one name", "two layers", "own"),
    (unwired, "no wiring told", "", "own"),
    (elsewhere, "wired to a layer that is not there", "", "own"),
]:
    both(kind, "wiring-" + make.__name__, make, "refused", words=words, source=source)

# ---- Keras: functions and classes of somebody else -------------------------------------------------------------------

CUSTOM = {"module": "my_package.functions", "class_name": "function", "config": "softsign2", "registered_name": "softsign2"}
LEAKY = {"module": "keras.layers", "class_name": "LeakyReLU", "config": {"negative_slope": 0.3}, "registered_name": None}
LAMBDA2 = {"class_name": "__lambda__", "config": ["4wEAAAAAAAAAAAAAAAEAAAAC", None, None]}
LAMBDA3 = {"class_name": "__lambda__", "config": {"value": {"class_name": "__lambda__", "config": {"code": "4wEA"}}}}
HOME = {"module": None, "class_name": "function", "config": "swish2", "registered_name": "swish2"}
number = 0
for where in ["activation", "recurrent_activation", "outputs"]:
    for label, value, words in [
        ("a function of another package", CUSTOM, "softsign2"),
        ("a layer object", LEAKY, "LeakyReLU"),
        ("a lambda of Keras 2", LAMBDA2, "lambda"),
        ("a lambda of Keras 3", LAMBDA3, "lambda"),
        ("a function of the program", HOME, "swish2"),
        ("spelled otherwise", "Tanh" if where == "activation" else "Sigmoid", ""),
        ("another function of Keras", "relu" if where == "activation" else "hard_sigmoid", ""),
        ("not told", "LEFT OUT", "does not say"),
        ("none", None, ""),
    ]:
        if where == "outputs":
            layers = [cell("LSTM"), dense(activation=value)]
        else:
            layers = [cell("LSTM", **{where: value}), dense()]
        number += 1
        linear = where == "outputs" and value is None
        note(f"{where}: {label}", f"function-{number}.keras", keras3(sequential(layers, True), layers),
             "assumes" if linear else "refused", stack_of(layers, "softmax") if linear else None,
             {"output": "softmax"} if linear else None, words,
             "issue" if isinstance(value, dict) and label != "a function of the program" else "own")

for label, value in [("an object", CUSTOM), ("a layer object", LEAKY), ("a lambda", LAMBDA2)]:
    number += 1
    layers = [cell("GRU"), dense(activation="linear"), plain("Activation", "act", activation=value)]
    note(f"layer Activation: {label}", f"function-{number}.keras", keras3(sequential(layers, True), layers), "refused")
    layers = [dense("hidden", K, H, activation=value), dense("out")]
    note(f"layer without memory: {label}", f"function-{number}d.h5", keras2(sequential(layers, False), layers), "refused")
    layers = [cell("SimpleRNN", activation=value), dense()]
    note(f"SimpleRNN: {label}", f"function-{number}s.h5", keras2(sequential(layers, False), layers), "refused")

for label, place, change, source in [
    ("LSTM of another package", 0, dict(module="my_package.layers"), "issue"),
    ("LSTM of another package, registered", 0, dict(module="my_package.layers", registered="my_package>LSTM"), "issue"),
    ("LSTM of the program itself", 0, dict(module=None, registered="LSTM"), "issue"),
    ("LSTM registered in Keras's place", 0, dict(registered="Custom>LSTM"), "own"),
    ("Dense of another package", 1, dict(module="my_package.layers"), "issue"),
    ("LSTM of Keras's insides", 0, dict(module="keras.src.layers.rnn.lstm"), "own"),
    ("another spelling: lstm", 0, dict(kind="lstm"), "issue"),
    ("another spelling: Lstm", 0, dict(kind="Lstm"), "own"),
    ("a registered name as class", 0, dict(kind="my_package>LSTM"), "own"),
    ("CuDNNLSTM", 0, dict(kind="CuDNNLSTM"), "own"),
    ("ConvLSTM1D", 0, dict(kind="ConvLSTM1D"), "own"),
    ("Bidirectional", 0, dict(kind="Bidirectional"), "own"),
    ("TimeDistributed", 1, dict(kind="TimeDistributed"), "own"),
    ("Embedding", 0, dict(kind="Embedding"), "own"),
]:
    number += 1
    layers = [cell("LSTM"), dense()]
    stored = [Layer(layer.kind, layer.name, layer.config, layer.arrays) for layer in layers]
    for key, value in change.items():
        setattr(layers[place], key, value)
    note(f"class: {label}", f"class-{number}.keras", keras3(sequential(layers, True), stored), "refused", source=source)
for label, kind in [("Dropout of another package", "Dropout"), ("Activation of another package", "Activation")]:
    number += 1
    extra = plain(kind, "extra", activation="softmax")
    extra.module = "my_package.layers"
    layers = [cell("LSTM")] + ([extra, dense()] if kind == "Dropout" else [dense(activation="linear"), extra])
    note(f"class: {label}", f"class-{number}.keras", keras3(sequential(layers, True), layers), "refused")
for label, change in [
    ("Sequential of another package", dict(module="my_package")),
    ("Sequential registered", dict(registered_name="my_package>Sequential")),
    ("a model class of its own", dict(class_name="MyModel", module="my_package", registered_name="my_package>MyModel")),
]:
    number += 1
    layers = [cell("LSTM"), dense()]
    model = sequential(layers, True)
    model.update(change)
    note(f"class: {label}", f"class-{number}.keras", keras3(model, layers), "refused")
for label, change, words in [
    ("a setting that Keras does not have", dict(peephole=True), "peephole"),
    ("Keras 1's name for the gates' function", dict(inner_activation="hard_sigmoid", recurrent_activation="LEFT OUT"), "inner_activation"),
    ("reads backwards", dict(go_backwards=True), "go_backwards"),
    ("computes with whole numbers", dict(dtype={"module": "keras", "class_name": "QuantizedDTypePolicy",
                                               "config": {"mode": "int8"}, "registered_name": None}), "dtype"),
]:
    number += 1
    layers = [cell("LSTM", **change), dense()]
    note(f"setting: {label}", f"setting-{number}.keras", keras3(sequential(layers, True), layers), "refused", words=words, source="own")
layers = [cell("GRU", reset_after=False), dense()]
layers[0].arrays[2] = draw(3 * H)
both("GRU that resets before the product", "reset-before", lambda new: sequential(layers, new), "refused", layers=layers, source="own")
layers = [cell("GRU"), dense()]
layers[0].arrays[2] = draw(3 * H)
note("GRU with one bias where there are two", "one-bias.keras", keras3(sequential(layers, True), layers), "refused", source="own")
layers = [cell("LSTM"), dense()]
layers[0].arrays.pop()
note("a bias that is missing", "missing-bias.keras", keras3(sequential(layers, True), layers), "refused", words="bias", source="own")
layers = [cell("LSTM", "a", return_sequences=False), cell("LSTM", "b", H), dense()]
note("only the last step goes to the second layer", "last-step-below.keras", keras3(sequential(layers, True), layers), "refused",
     words="return_sequences", source="own")
layers = [cell("LSTM"), dense(), dense("more", K)]
note("a second Dense", "two-dense.keras", keras3(sequential(layers, True), layers), "refused", source="own")
layers = [dense("before", K, K, activation="tanh"), cell("LSTM"), dense()]
note("Dense before the cells", "dense-before.keras", keras3(sequential(layers, True), layers), "refused", source="own")

# ---- HDF5: how numbers are stored ------------------------------------------------------------------------------------

layers = [cell("LSTM"), dense()]
outputs = stack_of(layers)
for label, file, how, source in [
    ("gzip", "gzip", dict(compression="gzip"), "issue"),
    ("gzip 9 and shuffle", "gzip-shuffle", dict(compression="gzip", compression_opts=9, shuffle=True), "issue"),
    ("LZF", "lzf", dict(compression="lzf"), "issue"),
    ("LZF and shuffle", "lzf-shuffle", dict(compression="lzf", shuffle=True), "issue"),
    ("shuffle alone", "shuffle", dict(shuffle=True), "issue"),
    ("gzip and checksums", "gzip-checksum", dict(compression="gzip", fletcher32=True), "own"),
    ("pieces of one number", "chunks-of-one", dict(chunks=True, compression="gzip"), "own"),
]:
    both(f"compressed: {label}", "packed-" + file, lambda new: sequential(layers, new), "opens", outputs, layers, how=how, source=source)
note("compressed: gzip, newest layout", "packed-latest.h5",
     keras2(sequential(layers, False), layers, dict(compression="gzip"), libver="latest"), "opens", outputs, source="own")
note("not compressed, newest layout", "latest.keras", keras3(sequential(layers, True), layers, libver="latest"), "opens", outputs,
     source="own")
large = [cell("LSTM", units=40), Layer("Dense", "dense", settings("Dense", "dense", K), arrays_of("Dense", 40, K))]
states = (np.zeros(40), np.zeros(40))
rows = []
for x in np.eye(K)[SYMBOLS]:
    states = lstm(x, *states, *[array.astype(np.float64) for array in large[0].arrays])
    rows.append(softmax(states[0] @ large[1].arrays[0].astype(np.float64) + large[1].arrays[1]))
note("compressed: 40 units", "packed-large.keras", keras3(sequential(large, True), large, dict(compression="gzip", shuffle=True)),
     "opens", rows, source="own")
note("compressed with scale and offset", "packed-scaleoffset.h5",
     keras2(sequential(layers, False), layers, dict(scaleoffset=8)), "refused", words="scaleoffset", source="own")


def rounded(layers, change):
    return [Layer(layer.kind, layer.name, layer.config, [change(array) for array in layer.arrays]) for layer in layers]


brain = rounded(layers, lambda array: ((array.view(np.uint32) >> 16) << 16).view(np.float32))
half = rounded(layers, lambda array: array.astype("<f2").astype(np.float32))
note("bfloat16 as Keras writes it", "bfloat16.keras", keras3(sequential(brain, True), brain, {"as": "bfloat16"}), "opens", stack_of(brain))
note("bfloat16 as a type of HDF5", "bfloat16-type.keras", keras3(sequential(brain, True), brain, {"as": "bfloat16 type"}), "opens",
     stack_of(brain))
note("float16", "float16.keras", keras3(sequential(half, True), half, {"as": "<f2"}), "opens", stack_of(half), source="own")
note("float64", "float64.h5", keras2(sequential(layers, False), layers, {"as": "<f8"}), "opens", outputs, source="own")
note("the other order of bytes", "big-endian.keras", keras3(sequential(layers, True), layers, {"as": ">f4"}), "opens", outputs, source="own")
note("complex numbers", "complex.keras", keras3(sequential(layers, True), layers, {"as": "<c8"}), "refused", source="own")
mixed = [cell("LSTM", dtype={"module": "keras", "class_name": "DTypePolicy", "config": {"name": "mixed_bfloat16"}, "registered_name": None}), dense()]
note("computed with bfloat16 there", "mixed-bfloat16.keras", keras3(sequential(mixed, True), mixed), "opens", stack_of(mixed), source="own")
note("a gzip piece that unpacks to 60 MB", "bomb-deflate.h5", keras2(sequential(layers, False), layers, {"as": "bomb"}), "refused", source="own")
note("pieces that are not there", "holes.h5", keras2(sequential(layers, False), layers, {"as": "holes"}), "refused", source="own")


def links(h5):
    group = h5["model_weights/lstm"]
    levels = [group] + [h5.create_group(f"level{number}") for number in range(8)]
    for here, there in zip(levels, levels[1:]):
        for number in range(30):
            here[f"link{number}"] = there


def loop(h5):
    h5["model_weights/lstm/again"] = h5["model_weights/lstm"]


def soft(h5):
    h5["model_weights/lstm/soft"] = h5py.SoftLink("/model_weights/lstm/soft")


def outside(h5):
    h5["model_weights/lstm/outside"] = h5py.ExternalLink("other.h5", "/")


def twice(h5):
    h5["model_weights/lstm/more/kernel:0"] = draw(K, 4 * H)


for extra, kind, expect, source in [
    (links, "8 groups of 30 hard links each", "refused", "issue"), (loop, "a group in itself", "refused", "own"),
    (soft, "a soft link to itself", "opens", "own"), (outside, "a link to another file", "opens", "own"),
    (twice, "two kernels in a layer", "refused", "own"),
]:
    note(f"links: {kind}", f"links-{extra.__name__}.h5", keras2(sequential(layers, False), layers, extra=extra), expect,
         outputs if expect == "opens" else None, source=source)

# ---- PyTorch and NumPy -----------------------------------------------------------------------------------------------

CODES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64"}


def safetensors(arrays, texts=None):
    """The format is a JSON text with its length before it, and the numbers; as safetensors.torch writes it."""
    header, data = {}, b""
    for name in sorted(arrays):
        array = arrays[name].contiguous()
        raw = array.view(torch.uint8 if array.dim() else array.dtype).numpy().tobytes() if array.dim() else array.numpy().tobytes()
        header[name] = {"dtype": CODES[array.dtype], "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    if texts:
        header["__metadata__"] = texts
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


def npz(arrays, save=np.savez):
    out = io.BytesIO()
    save(out, **{name: np.asarray(array) for name, array in arrays.items()})
    return out.getvalue()


class Module(torch.nn.Module):
    def __init__(self, kind="LSTM", layers=1, inputs=K, units=H, outputs=K, last=torch.sigmoid, between=None, before=False, **more):
        super().__init__()
        if before:
            self.fc = torch.nn.Linear(K, inputs)
        self.rnn = getattr(torch.nn, kind)(inputs, units, num_layers=layers, batch_first=True, **more)
        if not before:
            self.fc = torch.nn.Linear(units, outputs)
        self.last, self.between, self.before = last, between or (lambda x: x), before

    def forward(self, x):
        if self.before:
            return self.rnn(self.fc(x))[0]
        return self.last(self.fc(self.between(self.rnn(x)[0])))


def computed(module):
    with torch.no_grad():
        return module.double()(torch.eye(K, dtype=torch.float64)[SYMBOLS][None])[0].numpy()


AFTER = {"order": "rnn, fc"}
for kind in ["LSTM", "GRU", "RNN"]:
    for depth in [1, 2]:
        module = Module(kind, depth).double()
        for name, write in [("safetensors", safetensors), ("npz", lambda arrays: npz({k: v.numpy() for k, v in arrays.items()}))]:
            note(f"{kind}, {depth} layers, as {name}", f"torch-{kind.lower()}-{depth}.{name}", write(module.state_dict()), "asks",
                 computed(module), AFTER, "more than one fits")


def torch_kind(label, file, module, expect, answers=None, source="issue", outputs="as computed", change=None):
    arrays = dict(module.double().state_dict())
    if change:
        change(arrays)
    content = safetensors(arrays) if file.endswith("safetensors") else npz({k: v.numpy() for k, v in arrays.items()})
    note(label, file, content, expect, computed(module) if isinstance(outputs, str) else outputs, answers, source=source)


torch_kind("fewer outputs: one order fits", "one-order.safetensors", Module(outputs=2), "opens", source="own")
torch_kind("RNN with relu", "rnn-relu.safetensors", Module("RNN", outputs=2, nonlinearity="relu"), "assumes", {"activation": "relu"})
torch_kind("RNN with relu as npz", "rnn-relu.npz", Module("RNN", outputs=2, nonlinearity="relu"), "assumes", {"activation": "relu"})
torch_kind("RNN with relu, two orders", "rnn-relu-orders.npz", Module("RNN", nonlinearity="relu"), "asks",
           {"order": "rnn, fc", "activation": "relu"}, outputs=None)
torch_kind("softmax", "softmax.safetensors", Module(outputs=2, last=lambda x: torch.softmax(x, -1)), "assumes", {"output": "softmax"}, "own")
torch_kind("relu between cells and outputs", "between.safetensors", Module(outputs=2, between=torch.relu), "assumes", {"between": "relu"}, "own")
torch_kind("a linear layer before the LSTM, both orders fit", "before.safetensors", Module(inputs=K, units=K, before=True), "asks",
           {"order": "fc, rnn"}, outputs=None)
torch_kind("a linear layer before the LSTM as npz", "before.npz", Module(inputs=K, units=K, before=True), "asks",
           {"order": "fc, rnn"}, outputs=None)
torch_kind("a linear layer before the GRU", "before-gru.npz", Module("GRU", inputs=K, units=K, before=True), "asks", {"order": "fc, rnn"},
           outputs=None, source="own")
torch_kind("a linear layer before the LSTM, only that fits", "before-only.safetensors", Module(inputs=6, units=H, before=True), "refused",
           outputs=None, source="own")
torch_kind("gates in ONNX's order", "onnx-gates.npz", module := Module(outputs=2), "assumes", {"gates": "i o f g"}, "own",
           change=lambda arrays: [arrays.update({name: torch.cat([array[0:H], array[3 * H:], array[H:2 * H], array[2 * H:3 * H]])})
                                  for name, array in list(arrays.items()) if "rnn" in name])
torch_kind("gates of GRU in Keras's order", "keras-gates.npz", Module("GRU", outputs=2), "assumes", {"gates": "z r n"}, "own",
           change=lambda arrays: [arrays.update({name: torch.cat([array[H:2 * H], array[0:H], array[2 * H:]])})
                                  for name, array in list(arrays.items()) if "rnn" in name])
for label, more in [("bidirectional", dict(bidirectional=True)), ("projection", dict(proj_size=2))]:
    module = Module(**more)
    torch_kind(f"LSTM, {label}", f"torch-{label}.safetensors", module, "refused", outputs=None, source="own")


class Dense(torch.nn.Module):
    def __init__(self, sizes, function=torch.tanh, reverse=False):
        super().__init__()
        numbers = list(range(len(sizes) - 1))
        made = {f"fc{number}": torch.nn.Linear(sizes[number], sizes[number + 1]) for number in numbers}
        names = list(made)
        self.names, self.function = names, function
        for name in (reversed(names) if reverse else names):
            setattr(self, name, made[name])

    def forward(self, x):
        for name in self.names[:-1]:
            x = self.function(getattr(self, name)(x))
        return torch.sigmoid(getattr(self, self.names[-1])(x))


torch_kind("two equal linear layers", "equal-linear.safetensors", Dense([4, 4, 4]), "asks", {"order": "fc0, fc1"})
torch_kind("two equal linear layers, named the other way", "equal-swapped.npz", Dense([4, 4, 4], reverse=True), "asks", {"order": "fc0, fc1"})
torch_kind("three equal linear layers", "three-linear.npz", Dense([4, 4, 4, 4]), "asks", {"order": "fc0, fc1, fc2"}, source="own")
torch_kind("two linear layers that fit both ways", "linear-both-ways.npz", Dense([4, 3, 4]), "asks", {"order": "fc0, fc1"}, source="own")
torch_kind("two linear layers, one order fits", "linear-one-way.npz", Dense([4, 3, 2]), "opens", source="own")
torch_kind("two linear layers with relu", "linear-relu.npz", Dense([4, 3, 2], torch.relu), "assumes", {"activation": "relu"})
torch_kind("linear layers that do not fit", "linear-misfit.npz", Dense([4, 3, 2]), "refused", outputs=None, source="own",
           change=lambda arrays: arrays.update({"fc1.weight": torch.zeros(2, 5, dtype=torch.float64)}))
torch_kind("six equal linear layers", "six-linear.npz", Dense([4] * 7), "refused", outputs=None, source="own")

for label, name, shape in [
    ("an embedding", "embedding.weight", (K, K)), ("a norm", "norm.weight", (H,)), ("a function with a weight", "prelu.weight", (1,)),
    ("a second recurrent module", "other.weight_ih_l0", (4 * H, K)), ("a convolution", "conv.weight", (H, H, 1)),
    ("attention", "attention.in_proj_weight", (3 * H, H)), ("an array of no layer", "scale", (1,)),
    ("the first layer twice", "rnn.weight_ih_l00", (4 * H, K)), ("the linear layer twice", "fcweight", (K, H)),
]:
    number += 1
    torch_kind(f"beside it {label}", f"torch-more-{number}.safetensors", Module(), "refused", outputs=None, source="own",
               change=lambda arrays: arrays.update({name: torch.ones(*shape, dtype=torch.float64)}))
for label, name in [("one bias of two", "rnn.bias_hh_l0"), ("the recurrent kernel", "rnn.weight_hh_l0"), ("the linear weight", "fc.weight")]:
    number += 1
    torch_kind(f"without {label}", f"torch-less-{number}.npz", Module(), "refused", outputs=None, source="own", change=lambda arrays: arrays.pop(name))
torch_kind("weights that are no numbers", "nan.npz", Module(outputs=2), "refused", outputs=None, source="own",
           change=lambda arrays: arrays.update({"fc.bias": torch.tensor([float("nan"), 0], dtype=torch.float64)}))
for code, name in [(torch.float32, "float32"), (torch.float16, "float16"), (torch.bfloat16, "bfloat16")]:
    module = Module(outputs=2).to(code)
    content = safetensors(module.state_dict())
    note(f"PyTorch, {name}", f"torch-{name}.safetensors", content, "opens", computed(module), source="own")
module = Module(outputs=2).double()
arrays = {name: array.numpy() for name, array in module.state_dict().items()}
outputs = computed(module)
note("npz, compressed", "npz-compressed.npz", npz(arrays, np.savez_compressed), "opens", outputs, source="own")
note("npz, columns first", "npz-fortran.npz", npz({k: np.asfortranarray(v) for k, v in arrays.items()}), "opens", outputs, source="own")
note("npz, the other order of bytes", "npz-big.npz", npz({k: v.astype(">f8") for k, v in arrays.items()}), "opens", outputs, source="own")
note("npz with an array of objects", "npz-object.npz", npz(dict(arrays, more=np.array([{}], dtype=object))), "refused", source="own")
note("npz with Keras's names", "npz-keras.npz", npz({"kernel": draw(K, 12), "recurrent_kernel": draw(H, 12), "bias": draw(12)}), "refused",
     source="own")
out = io.BytesIO()
with zipfile.ZipFile(out, "w") as archive:
    for name, array in arrays.items():
        inner = io.BytesIO()
        np.save(inner, array)
        archive.writestr(zipfile.ZipInfo(name + ".npy"), inner.getvalue())
    archive.writestr(zipfile.ZipInfo("nul#.npy"), b"no array")
note("npz with a NUL in a name", "npz-nul.npz", out.getvalue().replace(b"nul#", b"nul\0"), "refused")
module = Module(outputs=2)
out = io.BytesIO()
torch.save(module.state_dict(), out)
note("a pickle of PyTorch", "torch.pt", out.getvalue(), "refused", words="pickle", source="own")
note("a pickle called npz", "pickle.npz", b"\x80\x02}q\0.", "refused", words="pickle", source="own")

# ---- all of them -----------------------------------------------------------------------------------------------------

with zipfile.ZipFile("foreign.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for name, content in [("kinds.json", ("[\n" + ",\n".join(json.dumps(kind) for kind in kinds) + "\n]\n").encode())] + list(files.items()):
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, content)
print(len(kinds), "networks,", sum(kind["source"] == "own" for kind in kinds), "of them own")
