package lab.carousel.ui.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.session.ClassWork;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionView;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Run;
import lab.carousel.ui.background.Background;

/**
 * How much saving by itself slows down training at full speed: updates per second of the reference task with the kernel,
 * in stretches of 20 seconds with and without it by turns.
 */
final class AutosaveBenchmark {

    private static final int SECONDS = 20;
    private static final int STRETCHES = 6;

    private AutosaveBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.EPOCHS, Hyperparameters.MAX_EPOCHS));
        Path file = Files.createTempDirectory("autosave").resolve("run.carousel-session");
        try (Run run = new Run(experiment, new KernelEngine(), Optional.empty())) {
            run.play();
            Thread.sleep(SECONDS * 1_000L);
            for (int stretch = 0; stretch < STRETCHES; stretch++) {
                boolean saves = stretch % 2 == 1;
                double perSecond = saves ? saving(run, experiment, file) : running(run);
                System.out.printf("%s %,.0f updates/s%n", saves ? "saving " : "without", perSecond);
            }
        }
        System.out.printf("the file has %,d bytes%n", Files.size(file));
    }

    private static long updates(Run run) {
        return run.status().snapshot().orElseThrow().position().updates();
    }

    private static double running(Run run) throws InterruptedException {
        long before = updates(run);
        Thread.sleep(SECONDS * 1_000L);
        return (updates(run) - before) / (double) SECONDS;
    }

    /** As the window does: asked 60 times a second whether it is time. */
    private static double saving(Run run, Experiment experiment, Path file) throws InterruptedException {
        long before = updates(run);
        long longest = 0;
        long start = System.nanoTime();
        Autosave autosave =
                new Autosave(new Background(), file, () -> session(run, experiment), System::nanoTime, failure -> {
                    throw new IllegalStateException(failure.orElse("it never failed"));
                });
        while (System.nanoTime() - start < SECONDS * 1_000_000_000L) {
            long pulse = System.nanoTime();
            autosave.pulse();
            longest = Math.max(longest, System.nanoTime() - pulse);
            Thread.sleep(16);
        }
        double perSecond = (updates(run) - before) / (double) SECONDS;
        long end = System.nanoTime();
        autosave.close();
        System.out.printf(
                "longest time in a frame %.2f ms, last save at the end %d ms%n",
                longest / 1e6, (System.nanoTime() - end) / 1_000_000);
        return perSecond;
    }

    private static Session session(Run run, Experiment experiment) {
        return new Session(
                experiment,
                Optional.empty(),
                run.status()
                        .snapshot()
                        .map(snapshot -> new PausedRun(
                                snapshot, Optional.empty(), run.status().memory())),
                List.of(),
                PanelLayout.INITIAL,
                new SessionView(
                        "cell",
                        -1,
                        Optional.empty(),
                        HeatmapLayer.HIDDEN_STATE,
                        OptionalInt.empty(),
                        true,
                        false,
                        false,
                        false,
                        Colours.OKABE_ITO),
                ClassWork.NONE);
    }
}
