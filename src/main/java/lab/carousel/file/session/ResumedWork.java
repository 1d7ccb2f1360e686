package lab.carousel.file.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program that has started again goes on with. The program before says so in the environment, which no other one sees.
 *
 * @param session   id of the session that was saved last
 * @param lesson    that was taught: its name, which is its file if it does not come with the program
 * @param step      of the lesson, counted from 1
 * @param openClass folder of the answers of the class that was open
 */
public record ResumedWork(String session, Optional<String> lesson, int step, Optional<Path> openClass) {

    private static final String SESSION = "CAROUSEL_SESSION";
    private static final String LESSON = "CAROUSEL_LESSON";
    private static final String STEP = "CAROUSEL_STEP";
    private static final String CLASS = "CAROUSEL_CLASS";

    /** Empty in a program that nothing was handed over to. */
    public static Optional<ResumedWork> in(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(SESSION))
                .map(session -> new ResumedWork(
                        session,
                        Optional.ofNullable(environment.get(LESSON)),
                        Integer.parseInt(environment.getOrDefault(STEP, "1")),
                        Optional.ofNullable(environment.get(CLASS)).map(Path::of)));
    }

    /** Says it in the environment of the program that goes on, in the place of what was said to this one. */
    public void putInto(Map<String, String> environment) {
        environment.keySet().removeAll(List.of(LESSON, CLASS));
        environment.put(SESSION, session);
        environment.put(STEP, Integer.toString(step));
        lesson.ifPresent(name -> environment.put(LESSON, name));
        openClass.ifPresent(folder -> environment.put(CLASS, folder.toString()));
    }
}
