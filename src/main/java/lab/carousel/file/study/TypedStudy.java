package lab.carousel.file.study;

import java.util.List;
import java.util.Optional;
import lab.carousel.study.many.Question;

/**
 * A study as typed, valid or not.
 *
 * @param question empty for the one that suits the axes
 */
public record TypedStudy(Optional<Question> question, List<TypedAxis> axes) {

    public TypedStudy {
        axes = List.copyOf(axes);
    }

    /**
     * An axis as typed.
     *
     * @param name of the hyperparameter; empty if nothing is varied
     * @param values listed values
     */
    public record TypedAxis(String name, String values) {}
}
