package lab.carousel.ui.classroom;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import lab.carousel.classroom.ClassServer;
import lab.carousel.classroom.FolderLock;
import lab.carousel.classroom.LiveClass;
import lab.carousel.classroom.NetworkAddress;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.lesson.CurrentLesson;

/**
 * The class that is open to the phones in the room, if one is. It outlives each window; what takes a while is done in the
 * background. Used on the JavaFX thread.
 */
public final class OpenClass implements AutoCloseable {

    private static final int FRAMES_BETWEEN = 12;
    private static final int CLOSING_SECONDS = 1;

    /**
     * What is opened.
     *
     * @param again a class that goes on; empty for a new one
     * @param port  for a new class, and where the one of before is in use; 0 for any that is free
     * @param isLed whether the phones follow the wall
     * @param shown what the page shows
     */
    record Wish(
            Optional<EarlierClass> again,
            NetworkAddress at,
            int port,
            boolean isLed,
            Experiment shown,
            Colours colours) {}

    /**
     * A class that is open, and where.
     *
     * @param isElsewhere whether it has gone on at another address
     */
    public record Opened(LiveClass live, ClassServer server, NetworkAddress at, URI address, boolean isElsewhere) {}

    private final CurrentLesson lesson;
    /** All that is done with a class, one after the other. */
    private final SerialExecutor order;

    private final ConflatingWorker<Opened, ClassState> counting;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ClassState>> state =
            new ReadOnlyObjectWrapper<>(this, "state", Optional.empty());
    /** Whether the answers to what was asked in between are on the wall. */
    private final BooleanProperty answersShown = new SimpleBooleanProperty(this, "answersShown");

    private final List<AskedNow> asked = new ArrayList<>();
    /** Where a folder for each class is made. */
    private Path classes = Path.of(System.getProperty("java.io.tmpdir"), "carousel", "classes");

    private Optional<Path> folder = Optional.empty();
    private int frames;
    private boolean isOpening;
    /** Used in the background. */
    private Optional<ClassServer> serving = Optional.empty();
    /** Used in the background. */
    private Optional<FolderLock> lock = Optional.empty();

    public OpenClass(Background background, CurrentLesson lesson) {
        this.lesson = lesson;
        order = background.inOrder("class");
        counting = new ConflatingWorker<>(
                background,
                "counts",
                open -> new ClassState(
                        open.live().moment(),
                        open.live().counts(),
                        open.live().door(),
                        open.live().places(),
                        open.server().problem()),
                now -> state.set(opened.get().map(open -> now)));
    }

    /** From now on makes the folders of classes there. */
    public void keepIn(Path newClasses) {
        classes = newClasses;
    }

    public ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return opened.get().isPresent();
    }

    public ReadOnlyObjectProperty<Optional<ClassState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many phones have joined. */
    public int joined() {
        return state.get().map(now -> now.counts().joined()).orElse(0);
    }

    BooleanProperty answersShownProperty() {
        return answersShown;
    }

    /** Where the answers of the class are, also after it was closed; empty before the first one. */
    public Optional<Path> folder() {
        return folder;
    }

    /** What was asked in between in this class. */
    public List<AskedNow> asked() {
        return List.copyOf(asked);
    }

    /** What is taught. */
    Optional<Lesson> lesson() {
        return lesson.progress().map(LessonProgress::original);
    }

    /** Whether a lesson is taught, so that each student may take it at an own pace. */
    boolean hasLesson() {
        return lesson.progress().isPresent();
    }

    /** Finds the networks of this machine. */
    void networks(Consumer<List<NetworkAddress>> onFound) {
        order.ask(NetworkAddress::all, onFound);
    }

    /** Finds the classes that can be opened again. */
    void earlier(Consumer<List<EarlierClass>> onFound) {
        Path all = classes;
        order.ask(() -> EarlierClass.in(all), onFound);
    }

    /**
     * Opens a class.
     *
     * @param onLesson takes the wall to the lesson of a class that goes on
     * @param onProblem is told why it cannot be opened
     */
    void open(Wish wish, Consumer<Lesson> onLesson, Consumer<InvalidInput> onProblem) {
        if (isOpening || isOpen()) {
            return;
        }
        isOpening = true;
        Path wanted = wish.again()
                .map(EarlierClass::folder)
                .orElseGet(() -> classes.resolve(LocalDateTime.now().format(EarlierClass.TIME)));
        Optional<Lesson> original = lesson();
        // A lesson that has only just begun on the wall goes on where the class was in it
        Optional<Integer> step = lesson.progress()
                .filter(wall -> wall.number() > 1 || wall.isAnyAnswered())
                .map(LessonProgress::number);
        order.<Runnable>ask(
                () -> {
                    try {
                        Opened open = serve(wish, wanted, original);
                        boolean leads = original.isPresent()
                                && (step.isPresent() || !open.live().goesOn());
                        if (leads) {
                            open.live().lead(step.orElse(1));
                        }
                        Optional<AnswerSheet> reached =
                                leads ? Optional.empty() : open.live().reached();
                        return () -> begin(open, reached, onLesson);
                    } catch (InvalidInput refused) {
                        return () -> onProblem.accept(refused);
                    }
                },
                then -> {
                    isOpening = false;
                    then.run();
                });
    }

    /** Opens a class again as it was open before, if this machine is still in its network; the wall stays as it is. */
    public void goOn(Path before, Experiment shown, Colours colours, Consumer<InvalidInput> onProblem) {
        order.ask(
                () -> EarlierClass.read(before).flatMap(again -> again.network(NetworkAddress.all())
                        .map(at -> new Wish(
                                Optional.of(again), at, 0, again.progress().isLed(), shown, colours))),
                wish -> wish.ifPresent(found -> open(found, lesson -> {}, onProblem)));
    }

    private Opened serve(Wish wish, Path wanted, Optional<Lesson> taught) {
        FolderLock kept = FolderLock.of(wanted);
        try {
            LiveClass live = new LiveClass(kept.folder(), taught, wish.isLed());
            byte[] page = PageClass.page(wish.shown(), wish.colours());
            ClassServer server = ClassServer.again(live, page, wish.at().address(), wish.port());
            serving = Optional.of(server);
            lock = Optional.of(kept);
            return new Opened(live, server, wish.at(), server.address(), server.isElsewhere());
        } catch (InvalidInput refused) {
            kept.close();
            throw refused;
        }
    }

    private void begin(Opened open, Optional<AnswerSheet> reached, Consumer<Lesson> onLesson) {
        asked.clear();
        open.live().before().ifPresent(it -> asked.addAll(it.asked()));
        folder = Optional.of(open.live().folder());
        opened.set(Optional.of(open));
        lesson.liveProperty().set(Optional.of(open.live()));
        reached.ifPresent(sheet -> {
            lesson.goOnAt(sheet);
            open.live().lesson().ifPresent(onLesson);
        });
        count();
    }

    /** Does something with the class in the background, which may have to wait for an answer that is being written. */
    void act(Consumer<LiveClass> act) {
        opened.get()
                .ifPresent(open -> order.ask(
                        () -> {
                            act.accept(open.live());
                            return open;
                        },
                        done -> count()));
    }

    /** Lets the phones follow the wall, to where it is now, or each student go at an own pace. */
    void setLed(boolean isLed) {
        Optional<Integer> step = lesson.progress().map(LessonProgress::number);
        act(live -> {
            step.ifPresent(live::lead);
            live.setLed(isLed);
        });
    }

    /** The id of the next question. */
    String nextId() {
        return opened.get().orElseThrow().live().nextQuestion();
    }

    void ask(AskedNow question) {
        asked.add(question);
        answersShown.set(false);
        String questions = asked.stream().map(AskedNow::words).collect(Collectors.joining("\n"));
        act(live -> {
            live.ask(question);
            TextFile.write(live.folder().resolve(AskedNow.FILE), questions);
        });
    }

    void askAgain() {
        answersShown.set(false);
        act(LiveClass::askAgain);
    }

    void reveal() {
        act(LiveClass::reveal);
    }

    void endQuestion() {
        answersShown.set(false);
        if (state.get().filter(now -> now.moment().asked().isPresent()).isPresent()) {
            act(LiveClass::endQuestion);
        }
    }

    /** Gives an experiment to all phones, in the place of a question that was asked in between. */
    public void give(Experiment experiment) {
        endQuestion();
        act(live -> live.give(experiment));
    }

    public boolean isPaused() {
        return state.get().filter(now -> now.moment().isPaused()).isPresent();
    }

    /** Covers all phones, or lets them go on. */
    public void setPaused(boolean paused) {
        act(live -> live.setPaused(paused));
    }

    private void count() {
        opened.get().ifPresent(counting::ask);
    }

    /** Counts now and then, and ends the lesson of phones that follow the wall when it has ended there. Called once per frame. */
    public void pulse() {
        frames = (frames + 1) % FRAMES_BETWEEN;
        if (isOpen() && frames == 0) {
            count();
            state.get()
                    .filter(now -> now.moment().isLed() && now.moment().step() > 0 && !hasLesson())
                    .ifPresent(now -> act(live -> live.teach(Optional.empty())));
        }
    }

    /** Ends the class for good, as its teacher wishes; what came in stays. */
    void end() {
        opened.get().ifPresent(open -> order.execute(open.live()::end));
        close();
    }

    /** Ends the class, which can go on when it is opened again; what came in stays. */
    @Override
    public void close() {
        opened.set(Optional.empty());
        state.set(Optional.empty());
        answersShown.set(false);
        lesson.liveProperty().set(Optional.empty());
        counting.forget();
        order.execute(() -> {
            serving.ifPresent(ClassServer::close);
            serving = Optional.empty();
            lock.ifPresent(FolderLock::close);
            lock = Optional.empty();
        });
    }

    /** Ends the class with the program, and waits a moment until nothing listens any more. */
    public void closeNow() {
        close();
        order.finish(CLOSING_SECONDS);
    }
}
