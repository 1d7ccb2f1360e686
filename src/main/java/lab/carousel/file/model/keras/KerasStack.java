package lab.carousel.file.model.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Layers of a supported Keras model: stacked layers of one kind of cell, and a dense output layer. Rejects others by
 * name.
 *
 * @param output activation; empty if the outputs are net inputs
 */
record KerasStack(
        Cell cell, List<KerasLayer> layers, KerasLayer outputs, Optional<Output> output, List<Message> remarks) {

    private static final String LINEAR = "linear";
    private static final String ACTIVATION = "activation";
    /** Kinds of layer that do nothing when a network is used. */
    private static final Set<String> IDLE =
            Set.of("Dropout", "SpatialDropout1D", "GaussianDropout", "GaussianNoise", "AlphaDropout");

    private static final Map<String, Cell> CELLS =
            Map.of("LSTM", Cell.LSTM, "GRU", Cell.GRU, "SimpleRNN", Cell.RECURRENT);

    /**
     * @throws InvalidInput if the layers are not supported, or no chain; names the first of them
     */
    static KerasStack of(JsonValue model) {
        Reading reading = new Reading();
        KerasChain.of(model).forEach(reading::take);
        return reading.end(model);
    }

    private static final class Reading {

        private final List<KerasLayer> cells = new ArrayList<>();
        private final List<KerasLayer> dense = new ArrayList<>();
        private final List<Message> remarks = new ArrayList<>();
        private Optional<String> coarse = Optional.empty();
        private String activation = LINEAR;

        void take(KerasLayer layer) {
            String kind = layer.kind();
            if (IDLE.contains(kind)) {
                remarks.add(Message.of("network.keras.idle", layer.name(), kind));
                return;
            }
            boolean isCells = CELLS.containsKey(kind);
            boolean isActivation =
                    kind.equals(KerasLayer.ACTIVATION_LAYER) && !dense.isEmpty() && activation.equals(LINEAR);
            if (!isCells && !kind.equals(KerasLayer.DENSE) && !isActivation) {
                throw new InvalidInput("network.keras.layer", layer.name(), kind);
            }
            layer.requireKnownSettings();
            coarse = coarse.or(layer::coarse);
            if (isCells) {
                takeCells(layer);
            } else if (isActivation) {
                activation = layer.function(ACTIVATION);
            } else {
                takeDense(layer);
            }
        }

        private void takeCells(KerasLayer layer) {
            if (!dense.isEmpty()) {
                throw new InvalidInput("network.keras.order", layer.name(), layer.kind());
            }
            if (!cells.isEmpty()) {
                KerasLayer below = cells.get(cells.size() - 1);
                if (!below.kind().equals(layer.kind())) {
                    throw new InvalidInput("network.keras.mixed", layer.name(), layer.kind(), below.kind());
                }
                below.require("return_sequences", true);
            }
            layer.require(ACTIVATION, "tanh");
            if (!layer.kind().equals("SimpleRNN")) {
                layer.require("recurrent_activation", "sigmoid");
            }
            if (layer.kind().equals("GRU")) {
                // Old files have no {@code reset_after}: the reset gate came before the product then
                layer.require("reset_after", true);
            }
            layer.require("go_backwards", false);
            cells.add(layer);
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
            activation = layer.function(ACTIVATION);
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
            coarse.ifPresent(precision -> remarks.add(Message.of("network.keras.coarse", precision)));
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
            Cell cell = cells.isEmpty()
                    ? Cell.DENSE
                    : CELLS.getOrDefault(cells.get(0).kind(), Cell.DENSE);
            return new KerasStack(cell, cells.isEmpty() ? dense : cells, outputs, output, remarks);
        }
    }
}
