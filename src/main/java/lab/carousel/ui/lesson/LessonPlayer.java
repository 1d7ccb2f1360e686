package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.NodeVisibility;
import lab.carousel.ui.markdown.Links;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Takes a class through a lesson, in a window. Used on the JavaFX thread. */
public final class LessonPlayer {

    private final LessonStage stage;
    private final LessonOverlay overlay;
    private final List<Node> locked = new ArrayList<>();
    private final CurrentLesson current;
    /** Null before the first lesson. */
    private @Nullable LessonCard card;

    private @Nullable Situation seen;
    private boolean isBrief;

    public LessonPlayer(LessonStage stage, CurrentLesson current) {
        this.current = current;
        this.stage = stage;
        overlay = new LessonOverlay(stage::find);
    }

    private LessonCard card() {
        return Objects.requireNonNull(card);
    }

    private LessonProgress now() {
        return current.progress().orElseThrow();
    }

    public Node overlay() {
        return overlay;
    }

    public Optional<LessonProgress> progress() {
        return current.progress();
    }

    /** Begins a lesson, or goes on with it where it was left with answers; another one that was going on is left. */
    public void start(Lesson lesson) {
        start(lesson, OptionalInt.empty());
    }

    /**
     * Begins a lesson at a step, counted from 1: what the steps before would have set up is set up, but nothing is
     * trained.
     */
    public void start(Lesson lesson, int step) {
        start(lesson, OptionalInt.of(step));
    }

    private void start(Lesson lesson, OptionalInt step) {
        close();
        Optional<LessonProgress> left = current.left(lesson);
        LessonProgress begun = left.orElseGet(() -> new LessonProgress(lesson));
        step.ifPresent(begun::goTo);
        begun.setAudience(current.audienceProperty().get());
        current.begin(begun);
        card = new LessonCard(begun, this);
        card.setBrief(isBrief);
        boolean hadWork = stage.hasWork();
        List<LessonStep> shown = lesson.steps().subList(0, begun.number());
        enter(shown);
        List<String> told = new ArrayList<>();
        if (hadWork && shown.stream().anyMatch(each -> each.setUp().isPresent())) {
            told.add(Message.text("lesson.began"));
        }
        left.ifPresent(answered -> told.add(Message.text("lesson.kept")));
        if (!told.isEmpty()) {
            stage.say(String.join(" ", told));
        }
    }

    /** Throws all answers of this lesson away, and begins it anew. */
    void beginAnew() {
        Lesson lesson = now().original();
        close();
        current.throwAway(lesson);
        start(lesson);
    }

    /** Shows the lesson that is taught already, where the class is in it. */
    public void goOn() {
        current.progress().ifPresent(begun -> {
            card = new LessonCard(begun, this);
            enter();
        });
    }

    /** Shows the lesson to a room, without what only the teacher needs; or as usual. */
    public void setBrief(boolean brief) {
        isBrief = brief;
        if (card != null) {
            card.setBrief(brief);
        }
    }

    /** Around the question of the step; something to look at only while a lesson is taught. */
    public Region vote() {
        return card().vote;
    }

    /** Puts the question of the step somewhere else. */
    public void setVoteRoom(VoteRoom room) {
        if (card != null) {
            card.setVoteRoom(room);
        }
    }

    /** Locks, points at and covers what a step says, when other parts of the window are on the screen than before. */
    public void refresh() {
        if (current.progress().isPresent()) {
            unlock();
            lock(now().step());
            cover();
        }
    }

    /** Reads on: to the next page of the text, and after the last one to the next step; or back. */
    public void turn(boolean forward) {
        if (current.progress().isPresent() && !card().turn(forward)) {
            if (forward) {
                next();
            } else {
                back();
            }
        }
    }

    /** Shows the step where the class is; sets it up if it is the first time. */
    private void enter() {
        enter(List.of(now().step()));
    }

    private void enter(List<LessonStep> upTo) {
        LessonStep step = now().step();
        boolean isNew = !now().wasShownBefore();
        unlock();
        stage.enter(card(), step.editors());
        if (isNew) {
            setUp(upTo);
        }
        step.place().ifPresent(stage::showPlace);
        if (isNew) {
            now().begin(stage.situation());
        }
        lock(step);
        card().showStep();
        cover();
        observe();
    }

    /** Sets up what these steps set up, one over the other. */
    private void setUp(List<LessonStep> steps) {
        steps.stream()
                .flatMap(step -> step.pace().stream())
                .reduce((before, last) -> last)
                .ifPresent(stage::setPace);
        List<LessonStep> changes =
                steps.stream().filter(step -> step.setUp().isPresent()).toList();
        if (changes.isEmpty()) {
            return;
        }
        Situation now = stage.situation();
        try {
            Optional<Experiment> experiment =
                    now.edited().or(() -> now.status().snapshot().map(snapshot -> snapshot.experiment()));
            for (LessonStep change : changes) {
                experiment = experiment.map(change.setUp().orElseThrow());
            }
            boolean isTrained = changes.get(changes.size() - 1).isTrained();
            experiment.ifPresent(described -> stage.show(described, isTrained));
        } catch (InvalidInput conflict) {
            // The user has changed what the step counts on
            stage.tell(Message.text("lesson.conflict", conflict.problem()));
        }
    }

    private void unlock() {
        locked.forEach(node -> node.setDisable(false));
        locked.clear();
    }

    private void lock(LessonStep step) {
        step.locked().stream()
                .map(spot -> stage.find(spot.id()))
                .filter(node -> node != null)
                .map(LessonOverlay::row)
                .forEach(locked::add);
        locked.forEach(node -> node.setDisable(true));
    }

    private void cover() {
        LessonProgress now = now();
        overlay.show(now.step().spotlit(), now.hidden());
    }

    private void observe() {
        Situation now = stage.situation();
        if (!now.equals(seen)) {
            seen = now;
            if (now().observe(now)) {
                card().update();
            }
        }
    }

    /** Takes note of what has happened in the window. Called once per frame. */
    public void pulse() {
        if (current.progress().isPresent()) {
            observe();
            card().pulse();
            overlay.place();
        }
    }

    public void back() {
        if (current.progress().filter(LessonProgress::back).isPresent()) {
            enter();
        }
    }

    public void next() {
        if (current.progress().filter(LessonProgress::next).isPresent()) {
            enter();
        }
    }

    /** Sets the step up as when it was entered. */
    void setUpAgain() {
        setUp(List.of(now().step()));
        now().step().place().ifPresent(stage::showPlace);
    }

    Links links() {
        return stage.links();
    }

    /** From now on one person takes the lesson, or a class. */
    void setAudience(Audience audience) {
        current.audienceProperty().set(audience);
        now().setAudience(audience);
        card().showStep();
    }

    /** The class was counted. */
    void answered() {
        card().update();
    }

    /** The class has committed to its answers. */
    void revealed() {
        card().showRevealed();
        // What comes under the pointer is not meant by the second click of a double click
        Optional.ofNullable(card().getScene()).ifPresent(Controls::ignoreFurtherClicks);
        cover();
    }

    /**
     * The class says what it sees.
     *
     * @param number of the observation in the step, from 0
     * @param answer the place of a choice, from 0, or a number
     * @return whether it could be compared with the run
     */
    boolean observed(int number, double answer) {
        boolean isChecked = now().observe(number, answer, stage.situation());
        if (isChecked) {
            card().showAnew();
        }
        return isChecked;
    }

    /** To any step, counted from 1, whatever has happened. */
    void goTo(int step) {
        LessonProgress progress = now();
        int from = progress.number();
        progress.goTo(step);
        // What the steps between would have set up is set up
        List<LessonStep> steps = progress.original().steps();
        enter(step > from ? steps.subList(from, step) : List.of(progress.step()));
    }

    void saveAnswers() {
        stage.saveAnswers(now());
    }

    public void close() {
        if (current.progress().isEmpty()) {
            return;
        }
        current.end();
        seen = null;
        unlock();
        overlay.show(List.of(), List.of());
        stage.leave();
    }

    /**
     * Lies over the window: rings around what a step points at, and covers over what a question hides. What is covered is
     * not drawn at all, so that neither a pointer nor a screen reader finds it.
     */
    static final class LessonOverlay extends Pane {

        private static final double OUTSET = 4;
        static final int FRAMES_TO_SCROLL = 10;
        /** Rings are drawn around the whole row of a control that has one. */
        private static final String ROW = "row";

        private final Function<String, Node> find;
        private final List<Over> all = new ArrayList<>();
        private List<Node> hidden = List.of();

        /** A region that lies over a node, and keeps it: it is asked for in each frame, and stays while its window does. */
        private final class Over {

            private final String id;
            private final Region region;
            private final boolean covers;
            private @Nullable Node node;
            /** For how many more frames what it points at is brought into view, as its place may still be found. */
            private int framesToScroll = FRAMES_TO_SCROLL;

            Over(String id, Region region, boolean covers) {
                this.id = id;
                this.region = region;
                this.covers = covers;
            }

            /** Scrolls to what a ring points at; after a few frames it stays where somebody scrolls it. */
            void bringIntoView(Node shown) {
                if (!covers && framesToScroll > 0) {
                    framesToScroll--;
                    scrollTo(row(shown));
                }
            }

            @Nullable
            Node node() {
                if (node == null || node.getScene() == null || !id.equals(node.getId())) {
                    node = find.apply(id);
                }
                return node;
            }
        }

        /** @param find gives the node of an id, or null */
        LessonOverlay(Function<String, Node> find) {
            this.find = find;
            setId("lessonOverlay");
            setManaged(false);
            setPickOnBounds(false);
        }

        void show(List<WindowSpot> spotlit, List<WindowSpot> covered) {
            hidden.forEach(node -> node.setVisible(true));
            all.clear();
            covered.forEach(spot -> all.add(new Over(spot.id(), cover(spot), true)));
            spotlit.forEach(spot -> all.add(new Over(spot.id(), ring(spot), false)));
            hidden = covered.stream()
                    .map(spot -> find.apply(spot.id()))
                    .filter(node -> node != null)
                    .toList();
            hidden.forEach(node -> node.setVisible(false));
            // A pane gives those that it manages the size that they prefer
            all.forEach(over -> over.region.setManaged(false));
            getChildren().setAll(all.stream().map(over -> over.region).toList());
            place();
        }

        private static Region ring(WindowSpot spot) {
            Region ring = named(new Region(), "ring-" + spot.name(), "lesson-ring");
            ring.setMouseTransparent(true);
            return ring;
        }

        private static Region cover(WindowSpot spot) {
            return wrapped(named(
                    new Label(Message.text("lesson.covered"), new FontIcon(Feather.EYE_OFF)),
                    "cover-" + spot.name(),
                    "lesson-cover"));
        }

        /** Follows what it lies over. Called once per frame. */
        void place() {
            for (Over over : all) {
                Node node = over.node();
                Bounds bounds = node == null || node.getScene() == null ? null : bounds(node, over.covers);
                boolean shown = node != null && bounds != null && bounds.getWidth() > 0 && isShown(node, over.covers);
                over.region.setVisible(shown);
                if (node != null && bounds != null && shown) {
                    over.bringIntoView(node);
                    over.region.resizeRelocate(
                            bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
                }
            }
        }

        /**
         * Whether a node is on the screen, or would be if it were not covered: what is covered keeps its room, but what is
         * in it is not ringed.
         */
        private boolean isShown(Node node, boolean covers) {
            for (Node each = node; each != null; each = each.getParent()) {
                if (!each.isVisible() && !(hidden.contains(each) && (covers || each == node))) {
                    return false;
                }
            }
            return true;
        }

        /** Scrolls all that a node scrolls with until it is seen, its top first. */
        static void scrollTo(Node node) {
            for (Node each = node; each != null; each = each.getParent()) {
                if (each instanceof ScrollPane pane) {
                    Node content = pane.getContent();
                    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                    double height = pane.getViewportBounds().getHeight();
                    double beyond = content.getLayoutBounds().getHeight() - height;
                    double top = pane.getVvalue() * beyond;
                    double nearest = Math.min(place.getMinY(), Math.max(top, place.getMaxY() - height));
                    if (beyond > 0 && nearest != top) {
                        pane.setVvalue(Math.max(0, Math.min(1, nearest / beyond)));
                    }
                }
            }
        }

        /** Where a node is in this pane; a ring a little larger, within the window. */
        private Bounds bounds(Node node, boolean covers) {
            Node whole = covers ? node : row(node);
            Bounds inside = sceneToLocal(NodeVisibility.of(whole));
            if (covers || inside.isEmpty()) {
                return inside;
            }
            // Presented all is larger, and the ring thicker
            double outset =
                    OUTSET * Math.max(1, whole.getLocalToSceneTransform().getMxx());
            double left = Math.max(0, inside.getMinX() - outset);
            double top = Math.max(0, inside.getMinY() - outset);
            Bounds window = getParent().getLayoutBounds();
            double right = Math.min(window.getWidth(), inside.getMaxX() + outset);
            double bottom = Math.min(window.getHeight(), inside.getMaxY() + outset);
            return new BoundingBox(left, top, right - left, bottom - top);
        }

        /** The row in which a control stands, or the control itself. */
        static Node row(Node control) {
            for (Node each = control; each != null; each = each.getParent()) {
                if (each.getStyleClass().contains(ROW)) {
                    return each;
                }
            }
            return control;
        }
    }
}
