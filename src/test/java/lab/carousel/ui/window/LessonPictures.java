package lab.carousel.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.ui.export.WindowPicture;
import lab.carousel.ui.theme.Look;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes a picture of each step of each shipped lesson in presenter mode, and of the window without a lesson, to be looked
 * at: {@code target/presenter/<theme>-<lesson>-<step>.png}. Run on a display of 1280 by 720, with the class path of the
 * tests; arguments are "light" or "dark", and the names of lessons, or none for all.
 */
public final class PresenterPictures extends MainWindowLessonWalkTest {

    private static final int SETTLE_MILLISECONDS = 700;

    private final FxRobot robot = new FxRobot();
    private final Path folderOfPictures = Path.of("target", "presenter");
    private final String theme;

    private PresenterPictures(String theme) {
        this.theme = theme;
    }

    /** Takes them. */
    public static void main(String[] arguments) throws Exception {
        WaitForAsyncUtils.autoCheckException = false;
        FxToolkit.registerPrimaryStage();
        PresenterPictures all = new PresenterPictures(arguments.length > 0 ? arguments[0] : "light");
        Files.createDirectories(all.folderOfPictures);
        all.begin();
        all.robot.interact(() -> {
            all.stage.setWidth(1280);
            all.stage.setHeight(720);
        });
        List<String> lessons =
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : ShippedLessons.names();
        try {
            all.present();
            all.take("window");
            for (String lesson : lessons) {
                all.walk(lesson);
            }
        } finally {
            WaitForAsyncUtils.asyncFx(all.window::close).get(1, TimeUnit.MINUTES);
            Platform.exit();
        }
    }

    private void present() {
        robot.interact(() -> {
            Look look = workspace.lookProperty().get();
            workspace.lookProperty().set(look.withDark(theme.equals("dark")).presenting(true));
        });
    }

    private void walk(String name) throws Exception {
        Lesson lesson = ShippedLessons.read(name, window.lessons().spots());
        robot.interact(() -> window.lessons().player().start(lesson));
        for (int number = 1; number <= lesson.steps().size(); number++) {
            LessonStep step = lesson.steps().get(number - 1);
            take(name + "-" + number);
            boolean asks = step.question().isPresent();
            if (asks) {
                fire(robot, "lessonChoice1");
                fire(robot, "lessonChoice1");
                fire(robot, "lessonReveal");
            }
            for (Need need : step.needs()) {
                meet(robot, need);
                awaitMet(need);
            }
            if (asks || !step.needs().isEmpty()) {
                take(name + "-" + number + "-after");
            }
            fire(robot, "lessonNext");
        }
    }

    private void awaitMet(Need need) throws TimeoutException {
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
                folderOfPictures.resolve(theme + "-" + name + ".png").toFile());
    }
}
