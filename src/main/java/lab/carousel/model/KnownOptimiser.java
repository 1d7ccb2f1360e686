package lab.carousel.model;

import java.util.List;

/**
 * An optimiser in a library.
 *
 * @param arguments besides the learning rate: names of constants, or what is written in PyTorch
 */
public record KnownOptimiser(String name, List<String> arguments) {

    static KnownOptimiser of(String name, String... arguments) {
        return new KnownOptimiser(name, List.of(arguments));
    }

    /** Those that it is given. */
    public List<OptimiserConstant> constants(OptimiserUpdate update) {
        return update.constants().stream()
                .filter(constant -> arguments.contains(constant.name()))
                .toList();
    }
}
