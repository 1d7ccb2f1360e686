package lab.carousel.cli;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.file.study.StudyShare;
import lab.carousel.study.many.Portion;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.StudyRun;
import lab.carousel.text.InvalidInput;

/** Keeps what has ended of a share of a study while it is run, so that not more than some seconds are ever lost. */
final class StudyShares {

    private static final String PART = "--part";
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final long NANOS_BETWEEN = 5_000_000_000L;

    private final StudyShare share;
    private final Results before;
    private int kept;
    private long last = System.nanoTime();

    /** A share that is begun, or gone on with. */
    StudyShares(StudyShare share, String name) {
        this.share = share;
        this.before = share.begin(name);
        this.kept = before.finished().size();
    }

    /**
     * The portion that an option names.
     *
     * @throws InvalidInput if it names none
     */
    static Portion portion(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new InvalidInput("cli.study.part", PART, text);
        }
        return new Portion(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    }

    /** What had ended before. */
    Results before() {
        return before;
    }

    /** What has ended by now is kept, if that was not done a moment ago. */
    void look(StudyRun run) {
        if (System.nanoTime() - last >= NANOS_BETWEEN) {
            keep(run.results());
        }
    }

    /** Keeps what has ended. */
    void keep(Results results) {
        last = System.nanoTime();
        if (results.finished().size() > kept || kept == 0) {
            share.keep(results);
            kept = results.finished().size();
        }
    }

    /** Where it is kept. */
    Path folder() {
        return share.folder();
    }
}
