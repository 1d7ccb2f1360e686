package lab.carousel.ui.hyperparameters;

import lab.carousel.model.Hyperparameters;
import lab.carousel.model.KernelOnly;
import lab.carousel.model.Optimiser;

/** Which fields, and which of their choices, hold something that Deeplearning4j cannot train. */
final class KernelOnlyFields {

    /** Momentum counts only with this optimiser. */
    private static final Hyperparameters PLAIN = Hyperparameters.reference().withOptimiser(Optimiser.SGD);

    private KernelOnlyFields() {}

    /** Whether a field can hold something that only the kernel trains. */
    static boolean contains(Field field) {
        Setting setting = field.setting().orElse(null);
        if (setting instanceof Setting.Choice<?> choice) {
            return choice.options().stream().anyMatch(value -> contains(field, value));
        }
        if (setting instanceof Setting.Number number) {
            return isKernelOnly(number);
        }
        return setting instanceof Setting.NumberOrWord either && isKernelOnly(either.number());
    }

    /** Whether only the kernel trains with one of the choices. */
    static boolean contains(Field field, Enum<?> value) {
        HyperparametersDraft draft = HyperparametersDraft.of(PLAIN).withChoice(field, value);
        return isKernelOnly(field.setting().orElseThrow().read(field, draft, PLAIN));
    }

    private static boolean isKernelOnly(Setting.Number number) {
        Scale scale = number.scale();
        return isKernelOnly(number.with().apply(PLAIN, scale.text(scale.most())));
    }

    private static boolean isKernelOnly(Hyperparameters hyperparameters) {
        return !KernelOnly.in(hyperparameters).isEmpty();
    }
}
