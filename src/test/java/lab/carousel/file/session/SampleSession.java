package lab.carousel.file.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.Sheets;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import lab.carousel.training.Origin;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;

/** Sessions for tests, with runs that were really trained. */
public final class SampleSession {

    private SampleSession() {}

    /** A run after so many epochs, counted from where it started, and an update more. */
    public static Snapshot trained(Experiment experiment, int epochs, Optional<Origin> origin) {
        try (Training training = new Training(experiment, new KernelEngine(), origin)) {
            int last = training.position().epoch() + epochs;
            while (training.position().epoch() < last) {
                training.advance();
            }
            training.advance();
            return training.snapshot();
        }
    }

    /** Two lesions, and choices that are not those at the start. */
    public static OperatingChoices operations() {
        UnitChoice some = new UnitChoice(false, Set.of(new UnitChoice.Unit(0, 3), new UnitChoice.Unit(1, 16)));
        return new OperatingChoices(
                List.of(
                        new PlannedLesion(Quantity.FORGET_GATE, 0.1, UnitChoice.ALL, new TypedSteps(2, 4)),
                        new PlannedLesion(Quantity.CELL_STATE, 0, some, TypedSteps.EVERYWHERE)),
                List.of(
                        new ChosenInView("transplant", "donor", "2"),
                        new ChosenInView("transplant", "recipient", "1"),
                        new ChosenInView("transplant", "units", "1.4"),
                        new ChosenInView("twoSequences", "quantity", "HIDDEN_STATE")));
    }

    /** A session with a run that went on from another one, which is pinned. */
    public static Session of(Experiment experiment, int epochs) {
        Snapshot first = trained(experiment, epochs, Optional.empty());
        Snapshot run = trained(experiment, epochs, Optional.of(first.asOrigin()));
        return new Session(
                experiment.with(experiment.hyperparameters().with(Settings.SEED, 77L)),
                Optional.of(Path.of("mine.carousel").toAbsolutePath()),
                Optional.of(new PausedRun(run, Optional.empty())),
                List.of(new PinnedSnapshot(3, first.withoutPast())),
                new PanelLayout(true, false, true, true, false, 400, 360, 0.6, 0.4),
                new SessionView(
                        "compare",
                        4,
                        Optional.of(new ChosenStep(1, 3)),
                        HeatmapLayer.CELL_STATE,
                        OptionalInt.of(2),
                        false,
                        true,
                        true,
                        true,
                        Colours.TOL),
                new ClassWork(
                        Optional.of(operations()),
                        Optional.empty(),
                        List.of(
                                Sheets.sheet(1, "Ada", 0, 2, "it echoes"),
                                Sheets.sheet(2, "Ada", 1, 1, "", Sheets.run(4, Verdict.NOT_YET, 7)))));
    }

    /** The same session with another run and other work. */
    public static Session with(Session session, Optional<PausedRun> run, ClassWork work) {
        return new Session(
                session.experiment(),
                session.document(),
                run,
                session.pinned(),
                session.layout(),
                session.view(),
                work);
    }
}
