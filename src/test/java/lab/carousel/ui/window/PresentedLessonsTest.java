package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import lab.carousel.Sample;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Reflection;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.lesson.VoteRoom;
import lab.carousel.ui.presenter.PresentedPanel;
import lab.carousel.ui.presenter.PresentedStep;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step of a lesson asks, points at, lets edit and shows is on the screen at once, whole and without scrolling, before a room. */
class PresentedLessonsTest extends LessonNeedsFixture {

    /** So many frames later everything has its place, also what was scrolled to or has grown. */
    private static final int MOST_FRAMES = 12;
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
    private enum Screen {
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

    private final List<String> found = new ArrayList<>();
    private int looked;

    private void begin(Language language) {
        speak(language);
        present(true);
        await(() -> isThere("presenter"));
    }

    private void start(Lesson lesson, int step) {
        robot.interact(() -> window.lessons().player().start(lesson, step));
    }

    /** A step on a screen. */
    private record Seen(TaughtStep at, Language language, Screen screen) {

        /** What stands where on it. */
        private PresentedStep presented(boolean isOpen) {
            return PresentedStep.of(at.step(), isOpen, place -> false);
        }

        /** What is shown first, beside the text and over it. */
        List<Object> layout() {
            PresentedStep seen = presented(false);
            List<PresentedPanel> one = seen.panels().stream().limit(1).toList();
            return List.of(seen.together().isEmpty() ? one : seen.together(), seen.settings());
        }

        int tabs() {
            return presented(false).panels().size();
        }

        List<Object> openLayout() {
            PresentedStep open = presented(true);
            return at.step().question().isEmpty()
                    ? List.of()
                    : List.of(open.vote(), open.panels(), open.settings(), open.verdict());
        }

        VoteRoom voteRoom() {
            return presented(true).vote();
        }

        /** The kinds of what is to be observed. */
        Set<String> observed() {
            return at.step().after().observations().stream()
                    .map(each -> each.getClass().getSimpleName())
                    .collect(Collectors.toSet());
        }

        Set<String> spots() {
            return at.step().spotlit().stream().map(WindowSpot::name).collect(Collectors.toSet());
        }
    }

    /** Each arrangement of a step, open and committed to, and each thing that is pointed at, on a drawn screen. */
    private static final List<Seen> SEEN = Sample.of(
                    5,
                    TaughtStep.byLength().stream()
                            // That its run has ended takes long, and no other room
                            .filter(at -> Sample.isExhaustive() || !at.step().isTrained())
                            .flatMap(at -> Language.all().stream().flatMap(language -> Stream.of(Screen.values())
                                    .map(screen -> new Seen(at, language, screen))))
                            .toList(),
                    Seen::layout,
                    Seen::tabs,
                    Seen::openLayout,
                    Seen::spots,
                    Seen::language,
                    Seen::screen)
            .toList();

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void aClassSeesAllThatAStepSpeaksOf(Language language) {
        begin(language);
        Map<TaughtStep, Set<Screen>> looks = SEEN.stream()
                .filter(each -> each.language().equals(language))
                .collect(Collectors.groupingBy(Seen::at, Collectors.mapping(Seen::screen, Collectors.toSet())));
        assertThat(looks).isNotEmpty();
        // Another screen gives everything another place, and so does another lesson
        TaughtStep.all().stream()
                .filter(looks::containsKey)
                .sorted(Comparator.comparing(at -> Collections.min(looks.get(at))))
                .forEach(at -> {
                    enter(at);
                    lookAt(at, looks.get(at));
                });
        assertWhole(language);
    }

    private void lookAt(TaughtStep at, Set<Screen> screens) {
        LessonStep step = at.step();
        if (step.question().isPresent()) {
            onEach(screens, at + ", open", place -> lookAtVote(place, step));
            fire("lessonChoice1");
            resize(Collections.min(screens));
            fire("lessonReveal");
            settle();
            if (!progress().isExplained() && !isThere("lessonObserve1")) {
                int choices = step.question().orElseThrow().choices().size();
                lookAt(at + ", asked again", "lessonHands" + choices);
            }
        }
        onEach(screens, at.toString(), place -> lookAtSeen(place, step));
        assertAsked(step, at.toString(), USED.getOrDefault(at.toString(), List.of()));
        Optional<Need> updates = step.needs().stream()
                .filter(need -> need instanceof Need.Reached made && made.count() == Need.Reached.Count.UPDATES)
                .findFirst();
        if (updates.isPresent()) {
            meet(updates.get());
            onEach(screens, at + ", updated", place -> lookAtSeen(place, step));
        }
    }

    private void assertWhole(Language language) {
        assertThat(found)
                .as("what is not whole, of " + looked + " looks, " + language)
                .isEmpty();
    }

    /** A language drawn from a seed, or all. */
    private static Stream<Language> spoken(long seed) {
        List<Language> all = new ArrayList<>(Language.all());
        Collections.shuffle(all, new Random(seed));
        return Sample.isExhaustive() ? all.stream() : all.stream().limit(1);
    }

    static Stream<Language> ofPhones() {
        return spoken(1);
    }

    /** On the smaller screen; on the larger one more fits. */
    private static Stream<TaughtStep> drawn(Predicate<LessonStep> wanted, Function<Seen, ?> aspect) {
        List<Seen> all = TaughtStep.byLength().stream()
                .filter(at -> wanted.test(at.step()))
                .map(at -> new Seen(at, Language.current(), Screen.SMALL))
                .toList();
        return Sample.of(2, all, aspect).map(Seen::at);
    }

    @ParameterizedTest
    @MethodSource("ofPhones")
    void aTeacherHasAllThatPhonesAnswerAndAllActsAtEveryQuestion(Language language) {
        begin(language);
        robot.interact(() -> workspace
                .lesson()
                .liveProperty()
                .set(Optional.of(new LiveClass(folder.resolve("class"), Optional.empty(), true))));
        drawn(step -> step.question().isPresent(), Seen::voteRoom).forEach(at -> {
            enter(at);
            resize(Screen.SMALL);
            robot.interact(() -> window.lessons().player().act(KeyCode.T, false));
            robot.interact(() -> window.lessons().player().act(KeyCode.A, false));
            settle(MOST_FRAMES);
            lookAtPhones(where(at + ", phones", Screen.SMALL));
        });
        assertWhole(language);
    }

    @Test
    void reasonsLeaveAllActsTheirRoom() {
        begin(Language.ENGLISH);
        LiveClass live = new LiveClass(folder.resolve("class"), Optional.empty(), true);
        robot.interact(() -> workspace.lesson().liveProperty().set(Optional.of(live)));
        // Under the text, and beside it
        for (String where : List.of("inside-the-cell carousel", "was-it-memory longer")) {
            Lesson lesson = ShippedLessons.read(where.split(" ")[0]);
            List<String> ids = lesson.steps().stream().map(LessonStep::id).toList();
            start(lesson, ids.indexOf(where.split(" ")[1]) + 1);
            resize(Screen.SMALL);
            for (int student = 1; student <= 3; student++) {
                LessonProgress phone = new LessonProgress(lesson, progress().number());
                phone.choose(0);
                phone.setReason((student + " is the reason that was typed by this student ")
                        .repeat(where.endsWith("longer") ? 6 : 2));
                phone.setAudience(Audience.PHONES);
                phone.reveal();
                live.take(AnswersFile.text(AnswerSheet.of(phone, "test")).getBytes(StandardCharsets.UTF_8));
                Frames.settle();
                robot.interact(() -> window.lessons().player().act(KeyCode.W, false));
            }
            settle(MOST_FRAMES);
            lookAtPhones(where);
            lookAt(where, "lessonReason");
            assertThat(text("lessonReason3")).startsWith("3 is the reason");
            lookAt(where, "lessonReason3");
        }
        assertThat(found).isEmpty();
    }

    private void lookAtPhones(String where) {
        int choices = progress().step().question().orElseThrow().choices().size();
        Stream.of("lessonVote", "lessonQuestion", "lessonAnswered", "lessonShow", "lessonAskAgain", "lessonReveal")
                .forEach(id -> lookAt(where, id));
        lookAt(where, "lessonHands" + choices);
        lookAtTargets(where, progress().step(), progress().step().hidden());
    }

    private void onEach(Set<Screen> screens, String where, Consumer<String> look) {
        // First on the one that there is
        screens.stream()
                .sorted(Comparator.comparing(screen -> screen.width != window.getWidth()))
                .forEach(screen -> {
                    resize(screen);
                    String place = where(where, screen);
                    int before = found.size();
                    look.accept(place);
                    lookAtLetters(place, screen);
                    if (found.size() > before) {
                        // What has come from the background meanwhile had no place yet
                        found.subList(before, found.size()).clear();
                        settle(MOST_FRAMES);
                        look.accept(place);
                        lookAtLetters(place, screen);
                    }
                });
    }

    private void resize(Screen screen) {
        robot.interact(() -> {
            // The screen of tests is smaller than the large one
            window.setManaged(false);
            window.resize(screen.width, screen.height);
        });
        settle();
        assertThat(window.getWidth()).isEqualTo(screen.width);
        looked++;
    }

    private static String where(String step, Screen screen) {
        return step + ", " + Language.current() + ", " + Math.round(screen.width);
    }

    private static void settle() {
        settle(FRAMES);
    }

    private static void settle(int frames) {
        Frames.settle();
        robot.interact(() -> IntStream.range(0, frames).forEach(frame -> Frames.make()));
        Frames.settle();
    }

    private void lookAtVote(String where, LessonStep step) {
        ClassQuestion question = step.question().orElseThrow();
        Stream.concat(
                        Stream.of("lessonQuestion", "lessonReveal", "lessonAsked-ALONE", "lessonAsked-CLASS"),
                        IntStream.rangeClosed(1, question.choices().size()).mapToObj(number -> "lessonChoice" + number))
                .forEach(id -> lookAt(where, id));
        lookAtTargets(where, step, step.hidden());
    }

    private void lookAtSeen(String where, LessonStep step) {
        lookAtTargets(where, step, List.of());
        for (String editor : step.editors()) {
            if (!editor.equals(LessonTargets.TASK)) {
                lookAt(where, editor);
            }
        }
        if (step.place().isPresent() && !isOnScreen("microscope")) {
            fire("presenter-MICROSCOPE");
            settle();
            lookAtPanels(where + ", by its tab");
            fire("presenter-MICROSCOPE");
            settle();
        }
    }

    private void lookAtTargets(String where, LessonStep step, List<WindowSpot> hides) {
        for (WindowSpot spot : step.spotlit()) {
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

    private void lookAtPanels(String where) {
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

    private boolean isLong() {
        return isOnScreen("predictionList")
                && ((ListView<?>) find("predictionList")).getItems().size() > MOST_ROWS;
    }

    /** Nothing of the bar lies under the button that leaves. */
    private void lookAtLeave(String where) {
        lookAt(where, "presenterLeave");
        double left = bounds(find("presenterLeave")).getMinX();
        for (String id : List.of("epoch", "progress", "play")) {
            if (isOnScreen(id) && bounds(find(id)).getMaxX() > left + TOLERANCE) {
                found.add(where + ": " + id + " is under the button that leaves");
            }
        }
    }

    private void lookAt(String where, String id) {
        Node node = window.lookup("#" + id);
        if (node == null || !FirstControl.isOnScreen(node)) {
            found.add(where + ": " + id + " is not on the screen");
        } else {
            lookAt(where, node);
        }
    }

    /** A node is within all that it stands in, up to the window. */
    private void lookAt(String where, Node node) {
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

    private void lookAtLetters(String where, Screen screen) {
        window.lookupAll("#lessonCard .markdown-flow .text").stream()
                .map(Text.class::cast)
                .filter(FirstControl::isOnScreen)
                .mapToDouble(text -> text.getFont().getSize()
                        * text.getLocalToSceneTransform().getMyy())
                .filter(letters -> letters < screen.letters - 0.01)
                .findFirst()
                .ifPresent(letters -> found.add(where + ": letters of " + letters + " pixels"));
    }

    static Stream<Language> ofQuestions() {
        return spoken(2);
    }

    @ParameterizedTest
    @MethodSource("ofQuestions")
    void aQuestionAboutTheRunIsScrolledToAndNamed(Language language) {
        begin(language);
        resize(Screen.SMALL);
        lookAtQuestions();
        present(false);
        resize(Screen.SMALL);
        lookAtQuestions();
        assertWhole(language);
    }

    private void lookAtQuestions() {
        Predicate<LessonStep> asks = step ->
                step.question().isPresent() && !step.after().observations().isEmpty();
        drawn(asks, Seen::observed).forEach(at -> {
            looked++;
            LessonStep step = at.lesson().spoken().steps().get(at.number() - 1);
            start(alone(at.lesson(), "look " + looked, step, step.question(), step.after()), 1);
            commit();
            settle();
            String where = where(at.toString(), Screen.SMALL);
            lookAt(where, "lessonObserve1");
            if (!text("lessonMissing").contains(Message.text("lesson.need.observe"))) {
                found.add(where + ": " + text("lessonMissing"));
            }
        });
    }

    /** Alone in a lesson, with nothing to be done. */
    private static Lesson alone(
            Lesson lesson, String name, LessonStep step, Optional<ClassQuestion> question, Reflection after) {
        LessonStep free = new LessonStep(
                step.id(),
                step.title(),
                step.text(),
                step.pageText(),
                step.minutes(),
                step.setUp(),
                step.isTrained(),
                step.pace(),
                step.editors(),
                step.place(),
                step.spotlit(),
                step.locked(),
                List.of(),
                question,
                after);
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

    @Test
    void whatCannotBeWholeIsFound() {
        begin(Language.ENGLISH);
        Lesson lesson = ShippedLessons.read("tutorial");
        LessonStep step = lesson.steps().get(0);
        ClassQuestion endless = new ClassQuestion(
                "Which?", Collections.nCopies(26, "One of very many choices"), OptionalInt.of(1), "", List.of(), true);
        start(alone(lesson, "", step, Optional.of(endless), Reflection.NONE), 1);
        onEach(
                EnumSet.allOf(Screen.class),
                "made up",
                where -> lookAtVote(where, progress().step()));
        assertThat(found)
                .anyMatch(each -> each.startsWith("made up, en, 1280: ") && each.contains("lessonReveal"))
                .anyMatch(each -> each.startsWith("made up, en, 1920: ") && each.contains("lessonReveal"));
        robot.interact(() -> ((Label) find("lessonTitle")).setVisible(false));
        found.clear();
        robot.interact(() -> lookAt("made up", "lessonTitle"));
        assertThat(found).containsExactly("made up: lessonTitle is not on the screen");
    }
}
