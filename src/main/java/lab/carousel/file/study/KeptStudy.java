package lab.carousel.file.study;

import java.util.Optional;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Study;
import org.jspecify.annotations.Nullable;

/**
 * A study with what has come of it. Nobody sees it change: its text is worked out when it is first asked for. Equal only to itself, since comparing a million results would take longer
 * than keeping them.
 */
public final class KeptStudy {

    private final String id;
    private final Study study;
    private final Optional<Results> results;
    /** The study as text, empty if no file can hold it; null until it was asked for. */
    @SuppressWarnings("NullableOptional") // three answers: not asked yet, none, and this one
    private @Nullable Optional<String> text;

    /**
     * A study.
     *
     * @param id      tells it apart in the list of studies
     * @param study   the study
     * @param results of its runs that have ended; empty if it was never run
     */
    public KeptStudy(String id, Study study, Optional<Results> results) {
        this.id = id;
        this.study = study;
        this.results = results;
    }

    /** What tells it apart in the list of studies. */
    public String id() {
        return id;
    }

    /** The study. */
    public Study study() {
        return study;
    }

    /** What has come of it; empty if it was never run. */
    public Optional<Results> results() {
        return results;
    }

    /** The study as a file; worked out once, because that makes all its variations twice. */
    public synchronized Optional<String> text() {
        if (text == null) {
            text = StudyFile.canHold(study) ? Optional.of(StudyFile.toJson(study)) : Optional.empty();
        }
        return text;
    }
}
