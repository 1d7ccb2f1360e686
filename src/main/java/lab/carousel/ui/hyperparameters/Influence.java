package lab.carousel.ui.hyperparameters;

import java.util.Optional;
import lab.carousel.model.Optimiser;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Gate;
import lab.carousel.text.Message;

/** Whether a field has any effect beside what stands in the others. */
final class Influence {

    private Influence() {}

    /** Why a field has no effect at present; empty if it has one. */
    static Optional<Message> obstacle(Field field, HyperparametersDraft draft) {
        return switch (field) {
            case MOMENTUM -> unless(draft.choice(Field.OPTIMISER) == Optimiser.SGD, "hyperparameters.momentum.idle");
            case LOSS_WEIGHTING ->
                unless(draft.choice(Field.LOSS_ON) == LossOn.WEIGHTED, "hyperparameters.lossWeighting.idle");
            case CHRONO_SPAN -> unless(cell(draft).hasKeepingGate(), "hyperparameters.chronoSpan.idle");
            case FORGET_GATE_BIAS -> gateBias(Gate.FORGET, draft);
            case INPUT_GATE_BIAS -> gateBias(Gate.INPUT, draft);
            default -> Optional.empty();
        };
    }

    private static Optional<Message> gateBias(Gate gate, HyperparametersDraft draft) {
        Optional<Message> noGate = unless(cell(draft).gates().contains(gate), "hyperparameters.gateBias.noGate");
        return noGate.isPresent()
                ? noGate
                : unless(draft.hasWord(Field.CHRONO_SPAN), "hyperparameters.gateBias.chrono");
    }

    private static Cell cell(HyperparametersDraft draft) {
        return (Cell) draft.choice(Field.CELL);
    }

    private static Optional<Message> unless(boolean hasEffect, String key) {
        return hasEffect ? Optional.empty() : Optional.of(Message.of(key));
    }
}
