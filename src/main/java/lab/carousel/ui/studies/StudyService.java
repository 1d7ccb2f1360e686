package lab.carousel.ui.studies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.engine.Engine;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.model.EngineName;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.study.many.StudyRun;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import org.jspecify.annotations.Nullable;

/**
 * Runs studies, one at a time, and remembers what came of the last ones. What the screen shows of them is worked out on
 * a thread of its own, a few times in a second at most. Its methods belong to the JavaFX thread.
 */
final class StudyService implements AutoCloseable {

    /** So many runs are kept besides those of the study that was started last. */
    private static final int MOST_RUNS_KEPT = 100_000;

    private static final long MILLIS = 1_000_000;
    private static final long PROGRESS_EVERY = 100 * MILLIS;
    private static final long FINDINGS_EVERY = 400 * MILLIS;
    /** So many times as long as it takes to work them out nothing is worked out, so that the study gets on. */
    private static final int REST = 4;
    /** But never longer: whoever watches sees the runs as they come. */
    private static final long LONGEST_REST = 1_000 * MILLIS;

    private record Ask(StudyRun run, int finished, Palette palette) {}

    private record KeptRun(StudyRun run, int finished, KeptStudy study) {}

    private record Answer(Findings findings, long nanos) {}

    private final Function<EngineName, Engine> engines;
    private final LongSupplier nanoTime;
    private final Consumer<Throwable> onFailure;
    private final Map<String, StudyRun> runs = new LinkedHashMap<>();
    /** What {@link #kept} gave last, so that what has not changed stays the same. */
    private final Map<String, KeptRun> kept = new LinkedHashMap<>();

    private final ConflatingWorker<Ask, Answer> worker;
    private final ReadOnlyObjectWrapper<Optional<StudyProgress>> running =
            new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StudyProgress>> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Findings>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", Optional.empty());

    private Palette palette = Palette.LIGHT;
    private Optional<StudyRun> current = Optional.empty();
    private String shown = "";
    private long lastProgress;
    private long nextFindings;
    private @Nullable Ask asked;
    private boolean isWorking;

    /**
     * A service without studies.
     *
     * @param background works out what the screen shows
     * @param engines   gives the engine of a name
     * @param nanoTime  a clock
     * @param onFailure is told what went wrong unexpectedly
     */
    StudyService(
            Background background,
            Function<EngineName, Engine> engines,
            LongSupplier nanoTime,
            Consumer<Throwable> onFailure) {
        this.engines = engines;
        this.nanoTime = nanoTime;
        this.onFailure = onFailure;
        this.worker = new ConflatingWorker<>(background, "study findings", this::workOut, this::take);
        lastProgress = nanoTime.getAsLong();
        nextFindings = lastProgress;
    }

    /** How far the study is that is being run; empty if none is. */
    ReadOnlyObjectProperty<Optional<StudyProgress>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far the study shown is, or how it ended; empty if it has not been started. */
    ReadOnlyObjectProperty<Optional<StudyProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the study shown has come to; empty if it has not been started, or nothing is worked out yet. */
    ReadOnlyObjectProperty<Optional<Findings>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Whether a study is being run. */
    boolean isRunning() {
        return current.isPresent();
    }

    /** The name under which the study being run was started; empty if none is. */
    Optional<String> runningName() {
        return current.flatMap(run -> runs.entrySet().stream()
                .filter(entry -> entry.getValue() == run)
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** The last run of the study shown; empty if it has not been started. */
    Optional<StudyRun> shownRun() {
        return Optional.ofNullable(runs.get(shown));
    }

    /** The studies that were run, with what has come of them; the one started last comes last. */
    List<KeptStudy> kept() {
        kept.keySet().retainAll(runs.keySet());
        runs.forEach((name, run) -> {
            int finished = run.progress().finished();
            KeptRun before = kept.get(name);
            if (before == null || before.run() != run || before.finished() != finished) {
                KeptStudy now = new KeptStudy(name, run.plan().study(), Optional.of(run.results()));
                kept.put(name, new KeptRun(run, finished, now));
            }
        });
        return runs.keySet().stream()
                .map(name -> Objects.requireNonNull(kept.get(name)).study())
                .toList();
    }

    /** Takes over what had come of a study; not in the place of the one that is being run. */
    void restore(KeptStudy study) {
        boolean isRunning = runningName().filter(study.id()::equals).isPresent();
        study.results().filter(any -> !isRunning).ifPresent(results -> {
            runs.remove(study.id());
            runs.put(study.id(), StudyRun.ended(results));
        });
    }

    /** Starts a study under a name and shows it. Only if none is being run. */
    void start(String name, Plan plan, int threads) {
        if (isRunning()) {
            throw new IllegalStateException("a study is being run");
        }
        runs.remove(name);
        forgetOldest();
        StudyRun run = StudyRun.start(plan, engines, threads);
        runs.put(name, run);
        current = Optional.of(run);
        show(name);
        update();
    }

    private void forgetOldest() {
        long kept = runs.values().stream().mapToLong(run -> run.plan().runs()).sum();
        var oldest = runs.values().iterator();
        while (kept > MOST_RUNS_KEPT && oldest.hasNext()) {
            kept -= oldest.next().plan().runs();
            oldest.remove();
        }
    }

    /** Stops the study being run; what has ended is kept. */
    void cancel() {
        current.ifPresent(StudyRun::cancel);
    }

    /** Shows the last run under a name, if there is one. */
    void show(String name) {
        shown = name;
        worker.forget();
        isWorking = false;
        asked = null;
        nextFindings = nanoTime.getAsLong();
        findings.set(Optional.empty());
        progress.set(shownRun().map(StudyRun::progress));
        ask();
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        ask();
    }

    /** Looks how far things are. Called at every frame. */
    void pulse() {
        if (nanoTime.getAsLong() - lastProgress >= PROGRESS_EVERY) {
            update();
        }
    }

    private void update() {
        lastProgress = nanoTime.getAsLong();
        Optional<StudyProgress> now = current.map(StudyRun::progress);
        if (now.filter(StudyProgress::isOver).isPresent()) {
            StudyRun ended = current.orElseThrow();
            current = Optional.empty();
            now = Optional.empty();
            ended.failure().ifPresent(onFailure);
        }
        progress.set(shownRun().map(StudyRun::progress));
        running.set(now);
        ask();
    }

    /** Asks what has come of the study shown, if that has changed and it is time. */
    private void ask() {
        Optional<StudyRun> run = shownRun();
        if (run.isEmpty() || isWorking) {
            return;
        }
        StudyProgress far = run.get().progress();
        boolean isTime = far.isOver() || nanoTime.getAsLong() - nextFindings >= 0;
        boolean isAny = far.isOver() || far.finished() > 0;
        Ask now = new Ask(run.get(), far.finished(), palette);
        if (isTime && isAny && !now.equals(asked)) {
            asked = now;
            isWorking = true;
            worker.ask(now);
        }
    }

    private Answer workOut(Ask ask) {
        long start = nanoTime.getAsLong();
        Findings found = Findings.of(ask.run().results(), ask.palette());
        return new Answer(found, nanoTime.getAsLong() - start);
    }

    private void take(Answer answer) {
        isWorking = false;
        long rest = Math.max(FINDINGS_EVERY, Math.min(REST * answer.nanos(), LONGEST_REST));
        nextFindings = nanoTime.getAsLong() + rest;
        findings.set(Optional.of(answer.findings()));
    }

    /** Stops what is being run. */
    @Override
    public void close() {
        cancel();
        worker.close();
    }
}
