package lab.carousel.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.markdown.Links;
import org.jspecify.annotations.Nullable;

/** Takes a class through a lesson, in a window. Used on the JavaFX thread. */
public final class LessonPlayer implements LessonCard.Actions {

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
        current.begin(begun);
        card = new LessonCard(begun, this);
        card.setBrief(isBrief);
        enter(lesson.steps().subList(0, begun.number()));
        left.ifPresent(answered -> stage.say(Message.text("lesson.kept")));
    }

    @Override
    public void beginAnew() {
        Lesson lesson = current.progress().orElseThrow().original();
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

    /** Locks, points at and covers what a step says, when other parts of the window are on the screen than before. */
    public void refresh() {
        if (current.progress().isPresent()) {
            locked.forEach(node -> node.setDisable(false));
            locked.clear();
            lock(current.progress().get().step());
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
        enter(List.of(current.progress().orElseThrow().step()));
    }

    private void enter(List<LessonStep> upTo) {
        LessonStep step = current.progress().orElseThrow().step();
        boolean isNew = !current.progress().get().wasShownBefore();
        locked.forEach(node -> node.setDisable(false));
        locked.clear();
        stage.enter(card(), step.editors());
        if (isNew) {
            setUp(upTo);
        }
        step.place().ifPresent(stage::showPlace);
        if (isNew) {
            current.progress().get().begin(stage.situation());
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
        List<UnaryOperator<Experiment>> changes =
                steps.stream().flatMap(step -> step.setUp().stream()).toList();
        if (changes.isEmpty()) {
            return;
        }
        Situation now = stage.situation();
        try {
            Optional<Experiment> experiment =
                    now.edited().or(() -> now.status().snapshot().map(snapshot -> snapshot.experiment()));
            for (UnaryOperator<Experiment> change : changes) {
                experiment = experiment.map(change);
            }
            experiment.ifPresent(stage::show);
        } catch (InvalidInput conflict) {
            // The user has changed what the step counts on
            stage.tell(Message.text("lesson.conflict", conflict.problem()));
        }
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
        LessonProgress now = current.progress().orElseThrow();
        overlay.show(now.step().spotlit(), now.hidden());
    }

    private void observe() {
        Situation now = stage.situation();
        if (!now.equals(seen)) {
            seen = now;
            if (current.progress().orElseThrow().observe(now)) {
                card().update();
            }
        }
    }

    /** Takes note of what has happened in the window. Called once per frame. */
    public void pulse() {
        if (current.progress().isPresent()) {
            observe();
            overlay.place();
        }
    }

    @Override
    public void back() {
        if (current.progress().filter(LessonProgress::back).isPresent()) {
            enter();
        }
    }

    @Override
    public void next() {
        if (current.progress().filter(LessonProgress::next).isPresent()) {
            enter();
        }
    }

    @Override
    public void setUpAgain() {
        setUp(List.of(current.progress().orElseThrow().step()));
        current.progress().orElseThrow().step().place().ifPresent(stage::showPlace);
    }

    @Override
    public Links links() {
        return stage.links();
    }

    @Override
    public void answered() {
        card().update();
    }

    @Override
    public void revealed() {
        card().showAnew();
        cover();
    }

    @Override
    public boolean observed(int number, double answer) {
        boolean isChecked = current.progress().orElseThrow().observe(number, answer, stage.situation());
        if (isChecked) {
            card().showAnew();
        }
        return isChecked;
    }

    @Override
    public void goTo(int step) {
        LessonProgress progress = current.progress().orElseThrow();
        int from = progress.number();
        progress.goTo(step);
        // What the steps between would have set up is set up
        List<LessonStep> steps = progress.original().steps();
        enter(step > from ? steps.subList(from, step) : List.of(progress.step()));
    }

    @Override
    public void saveAnswers() {
        stage.saveAnswers(current.progress().orElseThrow());
    }

    @Override
    public void close() {
        if (current.progress().isEmpty()) {
            return;
        }
        current.end();
        seen = null;
        locked.forEach(node -> node.setDisable(false));
        locked.clear();
        overlay.show(List.of(), List.of());
        stage.leave();
    }
}
