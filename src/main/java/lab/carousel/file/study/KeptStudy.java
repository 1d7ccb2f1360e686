package lab.carousel.file.study;

import java.util.Optional;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Study;
import org.jspecify.annotations.Nullable;

/**
 * A study with its results. Immutable; its JSON is computed lazily. Equal only to itself: comparing a million results
 * would take too long.
 */
public final class KeptStudy {

    private final String id;
    private final Study study;
    private final Optional<Results> results;
    /** The study's JSON, empty if no file can hold it; null until it is computed. */
    @SuppressWarnings("NullableOptional") // null: not computed yet
    private @Nullable Optional<String> text;

    public KeptStudy(String id, Study study, Optional<Results> results) {
        this.id = id;
        this.study = study;
        this.results = results;
    }

    public String id() {
        return id;
    }

    public Study study() {
        return study;
    }

    /** What the study is called; one without a title by the name of its file. */
    public String title() {
        return study.title().isEmpty() ? id.replaceAll(".*[/\\\\]", "") : study.title();
    }

    public Optional<Results> results() {
        return results;
    }

    /** The study as a file; cached, because it makes all variations twice. */
    public synchronized Optional<String> text() {
        if (text == null) {
            text = StudyFile.text(study);
        }
        return text;
    }
}
