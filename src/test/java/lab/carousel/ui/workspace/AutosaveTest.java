package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lab.carousel.file.session.ClassWork;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.file.session.SampleSession;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {

    @TempDir
    Path folder;

    private final Session trained = SampleSession.of(Experiment.reference(), 2);
    private final Session untouched = new Session(
            Experiment.reference(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            trained.layout(),
            trained.view(),
            ClassWork.NONE);
    private final AtomicReference<Session> session = new AtomicReference<>(untouched);
    private final AtomicLong time = new AtomicLong(5);

    private Autosave autosave(Path file) {
        return new Autosave(
                Background.synchronous(), file, session::get, time::get, failure -> told.add(failure.orElse("works")));
    }

    private final List<String> told = new ArrayList<>();

    private void pass(int seconds) {
        time.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static Session with(Session session, Experiment experiment) {
        return new Session(
                experiment,
                session.document(),
                session.run(),
                session.pinned(),
                session.layout(),
                session.view(),
                session.work());
    }

    @Test
    void savesAfterSomeSecondsAndAtTheEnd() {
        Path file = folder.resolve("own.carousel-session");
        try (Autosave autosave = autosave(file)) {
            session.set(trained);
            autosave.pulse();
            assertThat(file).doesNotExist();
            pass(5);
            autosave.pulse();
            session.set(with(trained, Experiment.reference()));
        }
        assertThat(SessionFile.read(file).experiment()).isEqualTo(Experiment.reference());
        assertThat(SessionFile.read(file).run()).isPresent();
    }

    @Test
    void whoAsksThatItIsSavedNowGoesOnOnceItIsAndNotIfItCannotBe() throws IOException {
        Path file = folder.resolve("missing/own.carousel-session");
        Autosave autosave = autosave(file);
        List<String> done = new ArrayList<>();
        autosave.saveNow(() -> done.add("nothing to save"));
        assertThat(done).containsExactly("nothing to save");
        session.set(trained);
        autosave.saveNow(() -> done.add("impossible"));
        autosave.saveNow(() -> done.add("impossible still"));
        assertThat(done).hasSize(1);
        assertThat(told).as("as often as it is asked for").hasSize(2);
        Files.createDirectories(file.getParent());
        autosave.saveNow(() -> done.add(SessionFile.read(file).run().isPresent() ? "saved" : "not saved"));
        assertThat(done).containsExactly("nothing to save", "saved");
    }

    @Test
    void aWindowThatWasOnlyLookedAtIsNotSaved() {
        Path file = folder.resolve("own.carousel-session");
        try (Autosave autosave = autosave(file)) {
            session.set(new Session(
                    untouched.experiment(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    PanelLayout.INITIAL,
                    untouched.view(),
                    ClassWork.NONE));
            pass(10);
            autosave.pulse();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void whatCannotBeSavedIsToldOnceAndTriedAgainUntilItWorks() throws IOException {
        Path file = folder.resolve("missing/own.carousel-session");
        Autosave autosave = autosave(file);
        session.set(trained);
        for (int times = 0; times < 3; times++) {
            pass(5);
            autosave.pulse();
        }
        assertThat(told)
                .singleElement()
                .asString()
                .contains("The session")
                .doesNotContain(folder.toString())
                .doesNotContain("running");
        Files.createDirectories(file.getParent());
        // nothing has changed since
        pass(5);
        autosave.pulse();
        assertThat(told).hasSize(2).last().isEqualTo("works");
        assertThat(SessionFile.read(file).run()).isPresent();
    }

    /** However slow the disk and however busy the machine: a minute after one has ended the next one begins. */
    @Test
    void theNextOneIsNeverLaterThanAMinute() {
        List<Runnable> waiting = new ArrayList<>();
        Background slow = Background.byName(name -> waiting::add, Runnable::run, time::get);
        Path file = folder.resolve("own.carousel-session");
        Autosave autosave =
                new Autosave(slow, file, session::get, this::later, failure -> told.add(failure.orElse("works")));
        session.set(trained);
        pass(5);
        autosave.pulse();
        pass(70);
        autosave.pulse();
        assertThat(told).as("while it still saves").containsExactly(Message.text("ui.autosave.slow"));
        step = TimeUnit.SECONDS.toNanos(90);
        waiting.remove(0).run();
        assertThat(told).last().isEqualTo("works");
        session.set(with(trained, Experiment.reference()));
        pass(59);
        autosave.pulse();
        assertThat(waiting).isEmpty();
        pass(1);
        autosave.pulse();
        assertThat(waiting).hasSize(1);
    }

    private long step;

    /** A clock that may go on after a look at it. */
    private long later() {
        long now = time.getAndAdd(step);
        step = 0;
        return now;
    }

    @Test
    void whatCouldNotBeSavedIsTriedAgainAtTheEnd() throws IOException {
        Path file = folder.resolve("missing/own.carousel-session");
        Autosave never = autosave(file);
        try (Autosave autosave = autosave(file)) {
            session.set(trained);
            assertThatCode(never::close).doesNotThrowAnyException();
            pass(5);
            autosave.pulse();
            assertThat(file).doesNotExist();
            Files.createDirectories(file.getParent());
        }
        assertThat(file).exists();
    }
}
