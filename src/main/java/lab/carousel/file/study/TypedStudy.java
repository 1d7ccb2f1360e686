package lab.carousel.file.study;

import java.util.List;
import java.util.Optional;
import lab.carousel.study.many.Question;

/**
 * An own study as it stands in the fields in which it is put together, valid or not.
 *
 * @param question what is asked; empty for what suits what is varied
 * @param axes     what is varied
 */
public record TypedStudy(Optional<Question> question, List<TypedAxis> axes) {

    /** Copies the list. */
    public TypedStudy {
        axes = List.copyOf(axes);
    }

    /**
     * What is varied along one axis, as it was typed.
     *
     * @param name   of the hyperparameter; empty if nothing is varied
     * @param values listed values
     */
    public record TypedAxis(String name, String values) {}
}
