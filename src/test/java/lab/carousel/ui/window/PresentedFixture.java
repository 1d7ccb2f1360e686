package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.text.Language;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;

/** Steps of lessons before a room: what of them is not on the screen, whole and without scrolling. */
abstract class PresentedFixture extends LessonNeedsFixture {

    /** So many frames later everything has its place, also what was scrolled to or has grown. */
    static final int MOST_FRAMES = 12;
    /** Mostly so few are enough; where something seems not to be whole, it is looked at again later. */
    private static final int FRAMES = 3;

    private static final double TOLERANCE = 1.5;

    private static final List<String> PANELS =
            List.of("taskEditor", "hyperparameters", "lossView", "state", "microscope");
    /** What is scrolled in any panel: all settings, all equations of a cell, and what is chosen for an automaton beside its picture. */
    private static final List<String> LISTS = List.of("hyperparameters", "cell", "automaton");
    /** Nor are there ever so many rows of predictions at once that can be read. */
    private static final int MOST_ROWS = 20;

    /** A screen, and the least size of the letters of a text on it, in pixels. */
    enum Screen {
        SMALL(1280, 720, 24),
        LARGE(1920, 1080, 30);

        private final double width;
        private final double height;
        private final double letters;

        Screen(double width, double height, double letters) {
            this.width = width;
            this.height = height;
            this.letters = letters;
        }
    }

    final List<String> found = new ArrayList<>();
    int looked;

    void begin(Language language) {
        speak(language);
        present(true);
        await(() -> isThere("presenter"));
    }

    void start(Lesson lesson, int step) {
        robot.interact(() -> window.lessons().player().start(lesson, step));
    }

    void assertWhole(Language language) {
        assertThat(found)
                .as("what is not whole, of " + looked + " looks, " + language)
                .isEmpty();
    }

    void onEach(Set<Screen> screens, String where, Consumer<String> look) {
        // First on the one that there is
        screens.stream()
                .sorted(Comparator.comparing(screen -> screen.width != window.getWidth()))
                .forEach(screen -> {
                    resize(screen);
                    look(where(where, screen), place -> {
                        look.accept(place);
                        lookAtLetters(place, screen);
                    });
                });
    }

    /** Looks; where something is not whole once more, as what has come from the background meanwhile had no place yet. */
    void look(String place, Consumer<String> look) {
        int before = found.size();
        look.accept(place);
        if (found.size() > before) {
            found.subList(before, found.size()).clear();
            settle(MOST_FRAMES);
            look.accept(place);
        }
    }

    void resize(Screen screen) {
        robot.interact(() -> {
            // The screen of tests is smaller than the large one
            window.setManaged(false);
            window.resize(screen.width, screen.height);
        });
        settle();
        assertThat(window.getWidth()).isEqualTo(screen.width);
        looked++;
    }

    static String where(String step, Screen screen) {
        return step + ", " + Language.current() + ", " + Math.round(screen.width);
    }

    static void settle() {
        settle(FRAMES);
    }

    static void settle(int frames) {
        Frames.settle();
        robot.interact(() -> IntStream.range(0, frames).forEach(frame -> Frames.make()));
        Frames.settle();
    }

    void lookAtVote(String where, LessonStep step) {
        ClassQuestion question = step.question().orElseThrow();
        Stream.concat(
                        Stream.of("lessonQuestion", "lessonReveal", "lessonAsked-ALONE", "lessonAsked-CLASS"),
                        IntStream.rangeClosed(1, question.choices().size()).mapToObj(number -> "lessonChoice" + number))
                .forEach(id -> lookAt(where, id));
        lookAtTargets(where, step, step.hidden());
    }

    void lookAtSeen(String where, LessonStep step) {
        lookAtTargets(where, step, List.of());
        for (String editor : step.screen().editors()) {
            if (!editor.equals(LessonTargets.TASK)) {
                lookAt(where, editor);
            }
        }
        if (step.screen().place().isPresent() && !isOnScreen("microscope")) {
            fire("presenter-MICROSCOPE");
            settle();
            lookAtPanels(where + ", by its tab");
            fire("presenter-MICROSCOPE");
            settle();
        }
    }

    void lookAtTargets(String where, LessonStep step, List<WindowSpot> hides) {
        for (WindowSpot spot : step.screen().spotlit()) {
            boolean isHidden = hides.contains(spot)
                    || hides.stream()
                            .map(hidden -> window.lookup("#" + hidden.id()))
                            .anyMatch(hidden ->
                                    hidden != null && FirstControl.isIn(window.lookup("#" + spot.id()), hidden))
                    || (hides.stream().anyMatch(hidden -> hidden.name().equals("state"))
                            && spot.name().equals("quantity"));
            if (!isHidden) {
                lookAt(where, spot.id());
            }
        }
        lookAtPanels(where);
        lookAtLeave(where);
    }

    void lookAtPanels(String where) {
        for (String panel : PANELS) {
            if (isOnScreen(panel) && FirstControl.isIn(window.lookup("#" + panel), window.lookup(".presenter-panel"))) {
                lookAt(where, panel);
                Node node = window.lookup("#" + panel);
                node.lookupAll(".drawing").stream()
                        .filter(FirstControl::isOnScreen)
                        .forEach(each -> lookAt(where, each));
                node.lookupAll(".scroll-bar").stream()
                        .filter(bar -> ((ScrollBar) bar).getOrientation() == Orientation.VERTICAL)
                        .filter(FirstControl::isOnScreen)
                        .filter(bar -> !isLong())
                        .filter(bar -> LISTS.stream().noneMatch(id -> FirstControl.isIn(bar, window.lookup("#" + id))))
                        .forEach(bar -> found.add(where + ": scrolled in " + panel + ", " + name(bar.getParent())));
            }
        }
    }

    boolean isLong() {
        return isOnScreen("predictionList")
                && ((ListView<?>) find("predictionList")).getItems().size() > MOST_ROWS;
    }

    /** Nothing of the bar lies under the button that leaves. */
    void lookAtLeave(String where) {
        lookAt(where, "presenterLeave");
        double left = bounds(find("presenterLeave")).getMinX();
        for (String id : List.of("epoch", "progress", "play")) {
            if (isOnScreen(id) && bounds(find(id)).getMaxX() > left + TOLERANCE) {
                found.add(where + ": " + id + " is under the button that leaves");
            }
        }
    }

    void lookAt(String where, String id) {
        Node node = window.lookup("#" + id);
        if (node == null || !FirstControl.isOnScreen(node)) {
            found.add(where + ": " + id + " is not on the screen");
        } else {
            lookAt(where, node);
        }
    }

    /** A node is within all that it stands in, up to the window. */
    void lookAt(String where, Node node) {
        Bounds seen = bounds(node);
        for (Node around = node.getParent(); around != window.getParent(); around = around.getParent()) {
            // What scrolls has the size of what is seen of it
            if (around instanceof Region && !around.getParent().getStyleClass().contains("viewport")) {
                Bounds room = bounds(around);
                double beyond = Stream.of(
                                room.getMinX() - seen.getMinX(),
                                room.getMinY() - seen.getMinY(),
                                seen.getMaxX() - room.getMaxX(),
                                seen.getMaxY() - room.getMaxY())
                        .max(Double::compare)
                        .orElseThrow();
                if (beyond > TOLERANCE) {
                    found.add(where + ": " + name(node) + " is cut off by " + Math.round(beyond) + " pixels, at "
                            + name(around));
                    return;
                }
            }
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId();
    }

    void lookAtLetters(String where, Screen screen) {
        window.lookupAll("#lessonCard .markdown-flow .text").stream()
                .map(Text.class::cast)
                .filter(FirstControl::isOnScreen)
                .mapToDouble(text -> text.getFont().getSize()
                        * text.getLocalToSceneTransform().getMyy())
                .filter(letters -> letters < screen.letters - 0.01)
                .findFirst()
                .ifPresent(letters -> found.add(where + ": letters of " + letters + " pixels"));
    }

    /** Alone in a lesson, with nothing to be done. */
    static Lesson alone(
            Lesson lesson, String name, LessonStep step, Optional<ClassQuestion> question, Reflection after) {
        LessonStep free =
                new LessonStep(step.id(), step.words(), step.setUp(), step.screen(), List.of(), question, after);
        return new Lesson(
                lesson.name() + name + step.id(),
                lesson.title(),
                lesson.minutes(),
                lesson.summary(),
                lesson.aim(),
                lesson.answers(),
                List.of(free),
                lesson.pictures(),
                Map.of());
    }
}
