package lab.carousel.file.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program that has started again goes on with. The program before says so in the environment, which no other one sees.
 *
 * @param session   id of the session that was saved last
 * @param lesson    that was taught
 * @param openClass folder of its answers
 */
public record ResumedWork(String session, Optional<ResumedLesson> lesson, Optional<Path> openClass) {

    private static final String SESSION = "CAROUSEL_SESSION";
    private static final String LESSON = "CAROUSEL_LESSON";
    private static final String STEP = "CAROUSEL_STEP";
    private static final String CLASS = "CAROUSEL_CLASS";

    /**
     * Where a class is in a lesson.
     *
     * @param name of the lesson: its file, if it does not come with the program
     * @param step counted from 1
     */
    public record ResumedLesson(String name, int step) {}

    /** Empty in a program that nothing was handed over to. */
    public static Optional<ResumedWork> in(Map<String, String> environment) {
        Optional<String> step = Optional.ofNullable(environment.get(STEP)).filter(number -> number.matches("\\d{1,4}"));
        return Optional.ofNullable(environment.get(SESSION))
                .map(session -> new ResumedWork(
                        session,
                        step.map(number ->
                                new ResumedLesson(environment.getOrDefault(LESSON, ""), Integer.parseInt(number))),
                        Optional.ofNullable(environment.get(CLASS)).map(Path::of)));
    }

    /** Says it in the environment of the program that goes on, in the place of what was said to this one. */
    public void putInto(Map<String, String> environment) {
        environment.keySet().removeAll(List.of(LESSON, STEP, CLASS));
        environment.put(SESSION, session);
        lesson.ifPresent(taught -> {
            environment.put(LESSON, taught.name());
            environment.put(STEP, Integer.toString(taught.step()));
        });
        openClass.ifPresent(
                folder -> environment.put(CLASS, folder.toAbsolutePath().toString()));
    }
}
