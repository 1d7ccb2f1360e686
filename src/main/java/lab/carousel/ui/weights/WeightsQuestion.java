package lab.carousel.ui.weights;

import java.util.Optional;
import lab.carousel.model.layout.Gate;
import lab.carousel.training.Snapshot;

/**
 * What is asked.
 *
 * @param snapshot of a run
 * @param layer    counted from 0; the number of layers stands for the outputs
 * @param gate     empty for all gates
 * @param unit     the selected one, numbered over all layers from 0; -1 for none
 */
record WeightsQuestion(Snapshot snapshot, int layer, Optional<Gate> gate, int unit) {

    /** Whether it asks for the weights of the outputs. */
    boolean isOfOutputs() {
        return layer == snapshot.parameters().layout().layers();
    }
}
