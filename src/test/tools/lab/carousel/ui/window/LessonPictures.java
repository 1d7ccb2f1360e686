package lab.carousel.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.ui.export.Exporter.WindowPicture;
import lab.carousel.ui.theme.Look;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes a picture of each step of each shipped lesson as it begins and as it ends, in the window or presented, to be looked at:
 * {@code target/lessons/<mode>-<lesson>-<step>.png}. Run on a display, with the class path of the tests; arguments are the mode
 * ("window" or "presenter", "en" or "de", "light" or "dark", width and height, with hyphens between, as in
 * {@code window-de-light-1280-800}), and the names of lessons, or none for all.
 */
public final class LessonPictures extends MainWindowLessonWalkTest {

    private static final int SETTLE_MILLISECONDS = 400;
    private static final Path FOLDER = Path.of("target", "lessons");

    private final String mode;

    private LessonPictures(String mode) {
        this.mode = mode;
    }

    public static void main(String[] arguments) throws Exception {
        WaitForAsyncUtils.autoCheckException = false;
        FxToolkit.registerPrimaryStage();
        LessonPictures all = new LessonPictures(arguments[0]);
        Files.createDirectories(FOLDER);
        List<String> lessons =
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : ShippedLessons.names();
        all.begin();
        try {
            all.setUp();
            for (String lesson : lessons) {
                all.walk(lesson);
            }
        } finally {
            WaitForAsyncUtils.asyncFx(all.window::close).get(1, TimeUnit.MINUTES);
            Platform.exit();
        }
    }

    private void setUp() {
        String[] parts = mode.split("-");
        speak(parts[1].equals("de") ? InLanguage.GERMAN : Language.ENGLISH);
        robot.interact(() -> {
            stage.setWidth(Integer.parseInt(parts[3]));
            stage.setHeight(Integer.parseInt(parts[4]));
            Look look = workspace.screen().look().get();
            workspace
                    .screen()
                    .look()
                    .set(look.withDark(parts[2].equals("dark")).presenting(parts[0].equals("presenter")));
        });
    }

    private void walk(String name) throws Exception {
        Lesson lesson = ShippedLessons.read(name);
        robot.interact(() -> window.lessons().player().start(lesson));
        for (int number = 1; number <= lesson.steps().size(); number++) {
            LessonStep step = lesson.steps().get(number - 1);
            String where = name + "-" + number;
            take(where);
            answer(step, where);
            for (Need need : step.needs()) {
                findTheWay(step, need);
                meet(need);
                awaitMet(need);
            }
            if (!step.after().observations().isEmpty()) {
                take(where + "-seen");
            }
            observe(step, where);
            recall(step);
            if (progress().answers().isAny() || !step.needs().isEmpty()) {
                take(where + "-end");
            }
            fire("lessonNext");
        }
    }

    private void awaitMet(Need need) {
        await(() -> progress().missing().stream().noneMatch(need.words()::equals));
    }

    private void take(String name) throws Exception {
        WaitForAsyncUtils.sleep(SETTLE_MILLISECONDS, TimeUnit.MILLISECONDS);
        WritableImage image = WaitForAsyncUtils.asyncFx(
                        () -> window.getScene().getRoot().snapshot(null, null))
                .get(1, TimeUnit.MINUTES);
        ImageIO.write(
                WindowPicture.of(image),
                "png",
                FOLDER.resolve(mode + "-" + name + ".png").toFile());
    }
}
