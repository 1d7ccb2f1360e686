package lab.carousel.file.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.json.JsonText;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.text.InvalidInput;

/**
 * What a class made besides the run, in files of a session that may each be missing or broken without harm to the others:
 * {@value #OPERATIONS} ({@link OperationsJson}), {@code answers-1.json} and so on for each lesson
 * ({@link AnswersFile}), and the studies ({@link StudiesFolder}). A Carousel that does not know them passes them over.
 */
final class ClassWorkFiles {

    static final String OPERATIONS = "operations.json";

    private static final int MOST_LESSONS = 50;

    private ClassWorkFiles() {}

    /**
     * Puts it among the files of a session.
     *
     * @param mostBytes what the results of its studies may take
     */
    static void write(ClassWork work, long mostBytes, Map<String, byte[]> files) {
        work.operations()
                .ifPresent(choices ->
                        files.put(OPERATIONS, SessionFile.utf8(JsonText.text(OperationsJson.write(choices)))));
        int lessons = Math.min(MOST_LESSONS, work.answers().size());
        for (int lesson = 1; lesson <= lessons; lesson++) {
            AnswerSheet sheet = work.answers().get(work.answers().size() - lessons + lesson - 1);
            files.put(answers(lesson), SessionFile.utf8(AnswersFile.text(sheet)));
        }
        work.studies().ifPresent(kept -> StudiesFolder.write(kept, mostBytes, files));
    }

    /**
     * What a session holds of it.
     *
     * @param onBroken is told of each file that cannot be used; what is in it is left out
     */
    static ClassWork read(ZipContent zip, Consumer<InvalidInput> onBroken) {
        return new ClassWork(
                part(zip.has(OPERATIONS), () -> OperationsJson.read(zip.json(OPERATIONS)), onBroken),
                part(zip.has(StudiesFolder.LIST), () -> StudiesFolder.read(zip, onBroken), onBroken),
                answers(zip, onBroken));
    }

    private static String answers(int lesson) {
        return "answers-" + lesson + ".json";
    }

    private static List<AnswerSheet> answers(ZipContent zip, Consumer<InvalidInput> onBroken) {
        return IntStream.rangeClosed(1, MOST_LESSONS)
                .mapToObj(ClassWorkFiles::answers)
                .flatMap(name -> part(zip.has(name), () -> AnswersFile.read(zip.json(name)), onBroken).stream())
                .toList();
    }

    /** A part of a session; empty if it is not there, or broken, which is told. */
    static <T> Optional<T> part(boolean isThere, Supplier<T> read, Consumer<InvalidInput> onBroken) {
        try {
            return isThere ? Optional.of(read.get()) : Optional.empty();
        } catch (InvalidInput broken) {
            onBroken.accept(broken);
            return Optional.empty();
        }
    }
}
