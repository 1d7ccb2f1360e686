package lab.carousel.ui.classroom;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import lab.carousel.classroom.ClassServer;
import lab.carousel.classroom.LiveClass;
import lab.carousel.classroom.NetworkAddress;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.lesson.CurrentLesson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The class that is open to the phones in the room, if one is. It outlives each window; what takes a while is done in the
 * background. Used on the JavaFX thread.
 */
public final class OpenClass implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenClass.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);
    private static final int FRAMES_BETWEEN = 12;
    private static final int CLOSING_SECONDS = 1;

    /**
     * What is opened.
     *
     * @param port  0 for any that is free
     * @param isLed whether the phones follow the wall
     * @param shown what the page shows
     */
    record Wish(NetworkAddress at, int port, boolean isLed, Experiment shown, Colours colours) {}

    /** A class that is open, and where. */
    public record Opened(LiveClass live, NetworkAddress at, URI address) {}

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

    public OpenClass(Background background, CurrentLesson lesson) {
        this.lesson = lesson;
        order = background.inOrder("class");
        counting = new ConflatingWorker<>(
                background,
                "counts",
                open -> new ClassState(
                        open.live().moment(), open.live().counts(), open.live().problem()),
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

    /** Whether a lesson is taught, so that each student may take it at an own pace. */
    boolean hasLesson() {
        return lesson.progress().isPresent();
    }

    /** Finds the networks of this machine. */
    void networks(Consumer<List<NetworkAddress>> onFound) {
        order.ask(NetworkAddress::all, onFound);
    }

    /** Opens a class; {@code onProblem} is told why it cannot be opened. */
    void open(Wish wish, Consumer<InvalidInput> onProblem) {
        if (isOpening || isOpen()) {
            return;
        }
        isOpening = true;
        Path wanted = classes.resolve(LocalDateTime.now().format(TIME));
        Optional<LessonProgress> taught = lesson.progress();
        Optional<Lesson> original = taught.map(LessonProgress::original);
        int step = taught.map(LessonProgress::number).orElse(0);
        order.<Runnable>ask(
                () -> {
                    try {
                        Opened open = serve(wish, wanted, original, step);
                        return () -> begin(open);
                    } catch (InvalidInput refused) {
                        return () -> onProblem.accept(refused);
                    }
                },
                then -> {
                    isOpening = false;
                    then.run();
                });
    }

    private Opened serve(Wish wish, Path wanted, Optional<Lesson> taught, int step) {
        try {
            Files.createDirectories(wanted);
        } catch (IOException refused) {
            throw FileProblem.writing(wanted, refused);
        }
        LiveClass live = new LiveClass(wanted, taught, wish.isLed());
        if (taught.isPresent()) {
            live.lead(step);
        }
        byte[] page = PageClass.page(wish.shown(), wish.colours());
        try {
            ClassServer server = new ClassServer(live, page, wish.at().address(), wish.port(), Set.of());
            serving = Optional.of(server);
            return new Opened(live, wish.at(), server.address());
        } catch (InvalidInput refused) {
            removeEmpty(wanted);
            throw refused;
        }
    }

    private void begin(Opened open) {
        asked.clear();
        folder = Optional.of(open.live().folder());
        opened.set(Optional.of(open));
        lesson.liveProperty().set(Optional.of(open.live()));
        count();
    }

    /** Does something with the class in the background, which may have to wait for an answer that is being written. */
    private void act(Consumer<LiveClass> act) {
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

    /** Ends the class; what came in stays. */
    @Override
    public void close() {
        opened.set(Optional.empty());
        state.set(Optional.empty());
        answersShown.set(false);
        lesson.liveProperty().set(Optional.empty());
        counting.forget();
        Optional<Path> left = folder;
        order.execute(() -> {
            serving.ifPresent(ClassServer::close);
            serving = Optional.empty();
            left.ifPresent(OpenClass::removeEmpty);
        });
    }

    private static void removeEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException hasAnswers) {
            LOG.debug("{} is kept", folder, hasAnswers);
        }
    }

    /** Ends the class with the program, and waits a moment until nothing listens any more. */
    public void closeNow() {
        close();
        order.finish(CLOSING_SECONDS);
    }
}
