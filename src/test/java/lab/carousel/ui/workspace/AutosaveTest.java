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
import lab.carousel.ui.background.Background;
import lab.carousel.ui.workspace.AutosaveController.Autosave;
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
        assertThat(told).singleElement().asString().contains("missing");
        Files.createDirectories(file.getParent());
        // nothing has changed since
        pass(5);
        autosave.pulse();
        assertThat(told).hasSize(2).last().isEqualTo("works");
        assertThat(SessionFile.read(file).run()).isPresent();
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
