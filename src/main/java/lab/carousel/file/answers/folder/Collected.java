package lab.carousel.file.answers.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.session.SessionFile;
import lab.carousel.lesson.Tried;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.Handed;
import lab.carousel.lesson.answers.HandedRun;
import lab.carousel.lesson.answers.Left;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;

/** What was read of a class, file by file. Used by one thread. */
public final class Collected {

    private static final int MOST_SESSION_KILOBYTES = 64_000;
    /** The most that a session may unpack to, and what all sessions of a class may together. */
    private static final int MOST_SESSION_MEGABYTES = 128;

    private static final int MOST_MEGABYTES = 500;
    /** A session that has less is not begun. */
    private static final int LEAST_MEGABYTES = 10;

    private static final int LONGEST_NAME = 120;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private final List<Handed> sheets = new ArrayList<>();
    private final List<HandedRun> runs = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    private int megabytesLeft = MOST_MEGABYTES;

    Collected() {}

    /** The name of a strange file as it may be shown: in one line, in one direction, and not too long. */
    static String shown(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("?");
        return seen.length() <= LONGEST_NAME ? seen : "…" + seen.substring(seen.length() - LONGEST_NAME + 1);
    }

    /** The most bytes that a file can have, by its name; 0 if it is of no kind that is read. */
    static int mostBytes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(AnswersFile.EXTENSION)) {
            return AnswersFile.MOST_BYTES;
        }
        return lower.endsWith(SessionFile.EXTENSION) ? MOST_SESSION_KILOBYTES * 1_000 : 0;
    }

    void leave(String name, InvalidInput why) {
        left.add(new Left(shown(name), shown(why.getMessage(), 400)));
    }

    private static String shown(String words, int most) {
        String seen = UNSEEN.matcher(words).replaceAll(" ");
        return seen.substring(0, Math.min(most, seen.length()));
    }

    void take(String name, byte[] content) {
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(AnswersFile.EXTENSION)) {
                sheets.add(new Handed(shown(name), AnswersFile.parse(shown(name), content)));
            } else {
                takeSession(name, content);
            }
        } catch (InvalidInput broken) {
            leave(name, broken);
        }
    }

    private void takeSession(String name, byte[] content) {
        if (content.length > MOST_SESSION_KILOBYTES * 1_000) {
            throw new InvalidInput("file.answers.tooLarge", name, MOST_SESSION_KILOBYTES);
        }
        Optional<Snapshot> end = SessionFile.run(unpacked(name, content)).map(PausedRun::snapshot);
        Snapshot snapshot =
                end.filter(one -> one.position().epoch() > 0).orElseThrow(() -> new InvalidInput("file.answers.noRun"));
        if (snapshot.origin().isPresent()) {
            throw new InvalidInput("file.answers.notFromSeed");
        }
        runs.add(new HandedRun(
                shown(name),
                new Tried(
                        "",
                        snapshot.experiment(),
                        snapshot.position().epoch(),
                        Tried.Result.of(snapshot.evaluation()))));
    }

    /** A session in memory. All together may not unpack to more than a class needs, however small they are. */
    private ZipContent unpacked(String name, byte[] content) {
        int most = ZipContent.most(content.length, Math.min(MOST_SESSION_MEGABYTES, megabytesLeft));
        if (megabytesLeft < LEAST_MEGABYTES) {
            throw new InvalidInput("file.answers.all", MOST_MEGABYTES);
        }
        megabytesLeft -= most;
        ZipContent zip = ZipContent.of(shown(name), content, most);
        megabytesLeft += most - zip.megabytes();
        return zip;
    }

    /**
     * All of it, put together.
     *
     * @param versions the versions of the lessons that are known, by their names
     */
    public ClassAnswers together(Map<String, String> versions) {
        return ClassAnswers.of(sheets, runs, left, versions);
    }
}
