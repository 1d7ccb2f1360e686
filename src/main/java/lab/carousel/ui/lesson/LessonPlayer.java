package lab.carousel.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** Takes a class through a lesson, in a window. Used on the JavaFX thread. */
public final class LessonPlayer implements LessonCard.Actions {

    private final LessonStage stage;
    private final LessonOverlay overlay;
    private final List<Node> locked = new ArrayList<>();
    private Optional<LessonProgress> progress = Optional.empty();
    private LessonCard card;
    private Situation seen;
    private boolean isBrief;

    /** A player without a lesson. */
    public LessonPlayer(LessonStage stage) {
        this.stage = stage;
        overlay = new LessonOverlay(stage::find);
    }

    /** What it lays over the window. */
    public Node overlay() {
        return overlay;
    }

    /** How far the class has come, if there is a lesson. */
    public Optional<LessonProgress> progress() {
        return progress;
    }

    /** Begins a lesson; one that was going on is left. */
    public void start(Lesson lesson) {
        start(lesson, 1);
    }

    /**
     * Begins a lesson in the middle: what the steps before would have set up is set up, but nothing is trained.
     *
     * @param step the number of the step, counted from 1
     */
    public void start(Lesson lesson, int step) {
        close();
        LessonProgress begun = new LessonProgress(lesson, step);
        progress = Optional.of(begun);
        card = new LessonCard(begun, this);
        card.setBrief(isBrief);
        enter(lesson.steps().subList(0, step));
    }

    /** Goes on where another player is in a lesson, if it is in one. */
    public void takeOver(LessonPlayer other) {
        progress = other.progress;
        progress.ifPresent(begun -> {
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
        if (progress.isPresent()) {
            locked.forEach(node -> node.setDisable(false));
            locked.clear();
            lock(progress.get().step());
            cover();
        }
    }

    /** Reads on: to the next page of the text, and after the last one to the next step; or back. */
    public void turn(boolean forward) {
        if (progress.isPresent() && !card.turn(forward)) {
            if (forward) {
                next();
            } else {
                back();
            }
        }
    }

    /** Shows the step where the class is; sets it up if it is the first time. */
    private void enter() {
        enter(List.of(progress.orElseThrow().step()));
    }

    private void enter(List<LessonStep> upTo) {
        LessonStep step = progress.orElseThrow().step();
        boolean isNew = !progress.get().wasHereBefore();
        locked.forEach(node -> node.setDisable(false));
        locked.clear();
        stage.enter(card, step.editors());
        if (isNew) {
            setUp(upTo);
        }
        step.place().ifPresent(stage::showPlace);
        if (isNew) {
            progress.get().begin(stage.situation());
        }
        lock(step);
        card.showStep();
        cover();
        observe();
    }

    /** Sets up what these steps set up, one over the other. */
    private void setUp(List<LessonStep> steps) {
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
        LessonProgress now = progress.orElseThrow();
        overlay.show(now.step().spotlit(), now.hidden());
    }

    private void observe() {
        Situation now = stage.situation();
        if (!now.equals(seen)) {
            seen = now;
            if (progress.orElseThrow().observe(now)) {
                card.update();
            }
        }
    }

    /** Takes note of what has happened in the window. Called once per frame. */
    public void pulse() {
        if (progress.isPresent()) {
            observe();
            overlay.place();
        }
    }

    @Override
    public void back() {
        if (progress.filter(LessonProgress::back).isPresent()) {
            enter();
        }
    }

    @Override
    public void next() {
        if (progress.filter(LessonProgress::next).isPresent()) {
            enter();
        }
    }

    @Override
    public void setUpAgain() {
        setUp(List.of(progress.orElseThrow().step()));
        progress.orElseThrow().step().place().ifPresent(stage::showPlace);
    }

    @Override
    public void answered() {
        if (progress.orElseThrow().isRevealed()) {
            card.showStep();
            cover();
        }
        card.update();
    }

    /** Ends the lesson, if there is one, and makes the window as it was before. */
    @Override
    public void close() {
        if (progress.isEmpty()) {
            return;
        }
        progress = Optional.empty();
        seen = null;
        locked.forEach(node -> node.setDisable(false));
        locked.clear();
        overlay.show(List.of(), List.of());
        stage.leave();
    }
}
