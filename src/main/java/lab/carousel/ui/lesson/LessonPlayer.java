package lab.carousel.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import lab.carousel.classroom.LiveClass;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.markdown.Links;
import org.jspecify.annotations.Nullable;

/** Takes a class through a lesson, in a window. Used on the JavaFX thread. */
public final class LessonPlayer {

    private final LessonStage stage;
    private final LessonOverlay overlay;
    private final List<Node> locked = new ArrayList<>();
    private final CurrentLesson current;
    private final Background background;
    /** The open class, whether it follows the wall or not. */
    private Optional<ClassVote> classVote = Optional.empty();

    private final ReasonsWindow reasons = new ReasonsWindow(this);
    /** Null before the first lesson. */
    private @Nullable LessonCard card;

    private @Nullable Situation seen;
    private boolean isBrief;

    public LessonPlayer(LessonStage stage, CurrentLesson current, Background background) {
        this.current = current;
        this.background = background;
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
        start(lesson, OptionalInt.empty(), true);
    }

    /**
     * Begins a lesson at a step, counted from 1: what the steps before would have set up is set up, but nothing is
     * trained.
     */
    public void start(Lesson lesson, int step) {
        start(lesson, OptionalInt.of(step), true);
    }

    private void start(Lesson lesson, OptionalInt step, boolean isSetUp) {
        close();
        Optional<LessonProgress> left = current.left(lesson);
        LessonProgress begun = left.orElseGet(() -> new LessonProgress(lesson));
        step.ifPresent(begun::goTo);
        if (!isSetUp) {
            begun.resume(stage.situation());
        }
        current.begin(begun);
        listen();
        card = new LessonCard(begun, this);
        card.setBrief(isBrief);
        boolean hadWork = stage.hasWork();
        List<LessonStep> shown = lesson.steps().subList(0, begun.number());
        enter(shown);
        List<String> told = new ArrayList<>();
        if (isSetUp
                && hadWork
                && shown.stream().anyMatch(each -> each.setUp().change().isPresent())) {
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

    /** Goes on with a lesson at a step, counted from 1, in what is worked on as it is: nothing is set up. */
    public void goOn(Lesson lesson, int step) {
        start(lesson, OptionalInt.of(step), false);
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
        stage.enter(card(), step.screen().editors());
        if (isNew) {
            setUp(upTo);
        }
        step.screen().place().ifPresent(stage::showPlace);
        if (isNew) {
            now().begin(stage.situation());
        }
        lock(step);
        lead();
        card().showStep();
        cover();
        observe();
    }

    /** Sets up what these steps set up, one over the other. */
    private void setUp(List<LessonStep> steps) {
        steps.stream()
                .flatMap(step -> step.setUp().pace().stream())
                .reduce((before, last) -> last)
                .ifPresent(stage::setPace);
        List<LessonStep> changes =
                steps.stream().filter(step -> step.setUp().change().isPresent()).toList();
        if (changes.isEmpty()) {
            return;
        }
        Situation now = stage.situation();
        try {
            Optional<Experiment> experiment =
                    now.edited().or(() -> now.status().snapshot().map(snapshot -> snapshot.experiment()));
            for (LessonStep change : changes) {
                experiment = experiment.map(change.setUp().change().orElseThrow());
            }
            boolean isTrained = changes.get(changes.size() - 1).setUp().isTrained();
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
        step.screen().locked().stream()
                .map(spot -> stage.find(spot.id()))
                .filter(node -> node != null)
                .map(LessonOverlay::row)
                .forEach(locked::add);
        locked.forEach(node -> node.setDisable(true));
    }

    private void cover() {
        LessonProgress now = now();
        overlay.show(now.step().screen().spotlit(), now.hidden());
        stage.coverPlaces(now.hiddenPlaces());
        stage.showComparison(!now.hidesComparison());
    }

    private void observe() {
        Situation now = stage.situation();
        if (!now.equals(seen)) {
            seen = now;
            if (now().observe(now)) {
                lead();
                card().update();
            }
        }
    }

    /** Takes note of what has happened in the window. Called once per frame. */
    public void pulse() {
        if (current.progress().isPresent()) {
            follow();
            observe();
            card().pulse();
            overlay.place();
        }
    }

    /** The class whose phones follow the wall; empty if none is open, or goes at its own pace. */
    Optional<ClassVote> classVote() {
        return classVote.filter(ClassVote::isLed);
    }

    /** Takes note of the class that is open now; whether somebody else takes the lesson by that. */
    private boolean listen() {
        Optional<LiveClass> open = current.liveProperty().get();
        if (!open.equals(classVote.map(ClassVote::live))) {
            classVote.ifPresent(ClassVote::close);
            // It may have been opened without the lesson that goes on
            open.filter(live -> live.lesson().isEmpty()).ifPresent(live -> live.teach(Optional.of(now().original())));
            classVote = open.map(live -> new ClassVote(live, background, this::counted));
        }
        Audience audience = classVote().map(following -> Audience.PHONES).orElseGet(() -> current.audienceProperty()
                .get());
        boolean isOther = audience != now().audience();
        now().setAudience(audience);
        return isOther;
    }

    /** Leads the phones to where the wall is; they may have gone to their own pace meanwhile. */
    private void lead() {
        classVote().ifPresent(vote -> vote.lead(now()));
        listen();
    }

    private void follow() {
        if (listen()) {
            lead();
            card().showStep();
        }
        classVote.ifPresent(ClassVote::pulse);
    }

    private void counted() {
        current.progress().ifPresent(wall -> classVote().ifPresent(vote -> {
            vote.lead(wall);
            if (vote.isOf(wall)) {
                wall.count(vote.counts().rounds(), vote.counts().after());
                card().update();
                reasons.show(vote.allReasons(), vote.reasons());
            }
        }));
    }

    /** What a teacher does with the answers of phones, by a key; whether it is one for that, and a class follows the wall. */
    public boolean act(KeyCode key, boolean isBack) {
        // A question that is asked in between stands over that of the step
        if (current.progress().isEmpty()
                || classVote().filter(vote -> vote.isOf(now())).isEmpty()) {
            return false;
        }
        switch (key) {
            case A -> showAnswers();
            case T -> askAgain();
            case R -> reveal();
            case W -> {
                if (isBack) {
                    hideReasons();
                } else {
                    readReasons();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Shows how many have chosen what, or hides it again. */
    void showAnswers() {
        whileOpen(vote -> vote.setShown(!vote.isShown()));
    }

    /** Asks once more, after the class has talked. */
    void askAgain() {
        whileOpen(ClassVote::askAgain);
    }

    private void whileOpen(Consumer<ClassVote> act) {
        classVote().filter(vote -> !now().isRevealed() && vote.isOf(now())).ifPresent(vote -> {
            act.accept(vote);
            listen();
            card().showAnew();
        });
    }

    /** Opens the list of all reasons, which the wall does not show. */
    void readReasons() {
        classVote().filter(vote -> vote.isOf(now())).ifPresent(vote -> {
            reasons.show(vote.allReasons(), vote.reasons());
            reasons.open(overlay.getScene().getWindow());
        });
    }

    /** Shows a reason on the wall, or hides it. */
    public void chooseReason(String reason, boolean isChosen) {
        withReasons(vote -> vote.choose(reason, isChosen));
    }

    /** Shows a reason above the one before it. */
    void moveReasonUp(String reason) {
        withReasons(vote -> vote.moveUp(reason));
    }

    private void hideReasons() {
        withReasons(ClassVote::hideReasons);
    }

    private void withReasons(Consumer<ClassVote> act) {
        classVote().filter(vote -> vote.isOf(now())).ifPresent(vote -> {
            act.accept(vote);
            listen();
            card().showAnew();
            reasons.show(vote.allReasons(), vote.reasons());
        });
    }

    /** Commits the class to its answers. */
    void reveal() {
        if (now().canReveal()) {
            now().reveal();
            revealed();
        }
    }

    /** A place for something drawn. */
    DrawingView drawing(String id) {
        return stage.drawing(id);
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
        now().step().screen().place().ifPresent(stage::showPlace);
    }

    Links links() {
        return stage.links();
    }

    /** From now on one person takes the lesson, or a class. */
    void setAudience(Audience audience) {
        current.audienceProperty().set(audience);
        listen();
        card().showStep();
    }

    /** The class was counted. */
    void answered() {
        card().update();
    }

    private void revealed() {
        lead();
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
            lead();
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

    /** Shows what came in from the class, large. */
    void showClassPictures() {
        stage.showClassPictures();
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
}
