package lab.carousel.study.ready;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;

/**
 * A ready-made study.
 *
 * @param key of its title and explanation in the bundle {@code studies}
 */
public record ReadyMade(String key, Study study) {

    /** A study with its words, of size {@code seeds} unless another is asked for. */
    static ReadyMade of(String key, Question question, Experiment base, List<Axis> axes, int draws, int seeds) {
        String words = "studies." + key;
        return new ReadyMade(
                key,
                new Study(
                        Message.of(words + ".title"),
                        Message.of(words + ".explanation"),
                        question,
                        base,
                        axes,
                        draws,
                        seeds));
    }

    /** Made when first asked for, and once: to make them takes some ten megabytes, and a session asks for a hundred. */
    private static final class Made {

        private static final List<ReadyMade> ALL = Stream.of(
                        SeedStudies.all(),
                        RaceStudies.all(),
                        TuningStudies.all(),
                        SpanStudies.all(),
                        PaperStudies.all(),
                        LearningStudies.all())
                .flatMap(List::stream)
                .toList();
    }

    /** All of them, in the order in which they are offered; the first is that of the reference. */
    public static List<ReadyMade> all() {
        return Made.ALL;
    }

    public static Optional<ReadyMade> named(String name) {
        return all().stream()
                .filter(ready -> ready.name().equalsIgnoreCase(name) || ready.key.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Its name on the command line: its key in small letters, with hyphens. */
    public String name() {
        return key.replaceAll("([a-z])([A-Z0-9])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
