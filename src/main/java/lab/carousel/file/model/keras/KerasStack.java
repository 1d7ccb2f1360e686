package lab.carousel.file.model.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * The layers of a model of Keras, if they are what can be opened: layers of one kind of cell on one another, and a dense
 * output layer. Refuses others by their names.
 *
 * @param cell    what the units are
 * @param layers  the layers of cells
 * @param outputs the output layer
 * @param output  what it computes; empty if it gives net inputs
 * @param remarks what was left out
 */
record KerasStack(
        Cell cell, List<KerasLayer> layers, KerasLayer outputs, Optional<Output> output, List<Message> remarks) {

    private static final String LINEAR = "linear";
    private static final String ACTIVATION = "activation";
    private static final String DENSE = "Dense";
    private static final Map<String, Cell> CELLS =
            Map.of("LSTM", Cell.LSTM, "GRU", Cell.GRU, "SimpleRNN", Cell.RECURRENT);

    /**
     * The layers that a description has.
     *
     * @throws InvalidInput if it has others; names the first of them
     */
    static KerasStack of(JsonValue model) {
        Reading reading = new Reading();
        layers(model).forEach(reading::take);
        return reading.end(model);
    }

    private static List<JsonValue> layers(JsonValue model) {
        String kind = model.member("class_name").text();
        if (!List.of("Sequential", "Functional", "Model").contains(kind)) {
            throw model.place().problem("network.keras.model", kind);
        }
        JsonValue config = model.member("config");
        // Keras before 2.2.3 has the list itself
        return config.kind() == JsonValue.JsonKind.LIST
                ? config.elements()
                : config.member("layers").elements();
    }

    private static final class Reading {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<KerasLayer> cells = new ArrayList<>();
        private final List<KerasLayer> dense = new ArrayList<>();
        private final List<Message> remarks = new ArrayList<>();
        private String activation = LINEAR;

        void take(JsonValue value) {
            String kind = value.member("class_name").text();
            JsonValue config = value.member("config");
            String name = Optional.ofNullable(config.members().get("name"))
                    .or(() -> Optional.ofNullable(value.members().get("name")))
                    .map(JsonValue::text)
                    .orElse(kind);
            KerasLayer layer = new KerasLayer(kind, name, numbers.merge(kind, 1, Integer::sum) - 1, config);
            if (CELLS.containsKey(kind)) {
                takeCells(layer);
            } else if (kind.equals(DENSE)) {
                takeDense(layer);
            } else if (kind.equals("Activation") && !dense.isEmpty() && activation.equals(LINEAR)) {
                activation = layer.word(ACTIVATION).orElse("");
            } else if (kind.equals("Dropout")) {
                remarks.add(Message.of("network.keras.dropout", name));
            } else if (!kind.equals("InputLayer")) {
                throw new InvalidInput("network.keras.layer", name, kind);
            }
        }

        private void takeCells(KerasLayer layer) {
            if (!dense.isEmpty()) {
                throw new InvalidInput("network.keras.order", layer.name(), layer.kind());
            }
            if (!cells.isEmpty() && !cells.get(0).kind().equals(layer.kind())) {
                throw new InvalidInput(
                        "network.keras.mixed",
                        layer.name(),
                        layer.kind(),
                        cells.get(0).kind());
            }
            layer.require(ACTIVATION, "tanh");
            if (!layer.kind().equals("SimpleRNN")) {
                layer.require("recurrent_activation", "sigmoid");
            }
            if (layer.kind().equals("GRU")) {
                requireResetAfter(layer);
            }
            layer.require("go_backwards", false);
            cells.add(layer);
        }

        /** Where Keras does not tell, it is of a time when the reset gate came before the product. */
        private static void requireResetAfter(KerasLayer layer) {
            if (!layer.is("reset_after", false)) {
                throw new InvalidInput(
                        "network.keras.setting", layer.name(), layer.kind(), "reset_after", "False", "True");
            }
        }

        private void takeDense(KerasLayer layer) {
            if (!cells.isEmpty() && !dense.isEmpty()) {
                throw new InvalidInput("network.keras.secondDense", layer.name(), layer.kind());
            }
            if (!dense.isEmpty() && !activation.equals("tanh")) {
                KerasLayer before = dense.get(dense.size() - 1);
                throw new InvalidInput(
                        "network.keras.setting", before.name(), before.kind(), ACTIVATION, activation, "tanh");
            }
            activation = layer.word(ACTIVATION).orElse(LINEAR);
            dense.add(layer);
        }

        KerasStack end(JsonValue model) {
            if (dense.isEmpty()) {
                throw model.place().problem("network.keras.noDense");
            }
            KerasLayer outputs = dense.remove(dense.size() - 1);
            if (cells.isEmpty() && dense.isEmpty()) {
                throw new InvalidInput("network.keras.noCells", outputs.name());
            }
            Optional<Output> output =
                    switch (activation) {
                        case "sigmoid" -> Optional.of(Output.SIGMOID);
                        case "softmax" -> Optional.of(Output.SOFTMAX);
                        case LINEAR -> Optional.empty();
                        default ->
                            throw new InvalidInput(
                                    "network.keras.setting",
                                    outputs.name(),
                                    outputs.kind(),
                                    ACTIVATION,
                                    activation,
                                    "sigmoid");
                    };
            return cells.isEmpty()
                    ? new KerasStack(Cell.DENSE, dense, outputs, output, remarks)
                    : new KerasStack(
                            Objects.requireNonNull(CELLS.get(cells.get(0).kind())), cells, outputs, output, remarks);
        }
    }
}
