package lab.carousel.ui.hyperparameters;

import java.util.stream.Collectors;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;

/** Says in a few words what differs from the reference. */
final class Differences {

    private static final HyperparametersDraft REFERENCE = HyperparametersDraft.of(Hyperparameters.reference());

    private Differences() {}

    /** The fields of a group that differ and have an effect, with what they hold; empty if there are none. */
    static String of(Settings.Group group, HyperparametersDraft draft) {
        Hyperparameters values = draft.nearest();
        return Field.of(group).stream()
                .filter(field -> field.setting().isPresent())
                .filter(field -> field.obstacle(values).isEmpty())
                .filter(field -> !draft.text(field).equals(REFERENCE.text(field)))
                .map(field -> Message.text("hyperparameters.difference", field.label(), draft.text(field)))
                .collect(Collectors.joining(", "));
    }
}
