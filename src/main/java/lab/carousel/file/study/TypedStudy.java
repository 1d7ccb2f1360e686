package lab.carousel.file.study;

import java.util.List;
import java.util.Optional;
import lab.carousel.study.many.Question;

/** A study as typed, valid or not; an empty question is the one that suits the axes. */
public record TypedStudy(Optional<Question> question, List<TypedAxis> axes) {

    public TypedStudy {
        axes = List.copyOf(axes);
    }
}
