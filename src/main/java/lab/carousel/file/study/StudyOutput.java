package lab.carousel.file.study;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Quantiles;
import lab.carousel.study.summary.Share;
import lab.carousel.task.Task;
import lab.carousel.text.Csv;
import lab.carousel.text.Words;

/**
 * What a study has come to, as files; the window and the command line write the same. Its tables are comma-separated values
 * with a header, numbers at full precision, empty where there is none. The same results give the same bytes.
 */
public final class StudyOutput {

    /** The name of the table of runs. */
    public static final String RUNS = "results.csv";

    /** The name of the table of cells. */
    public static final String SUMMARY = "summary.csv";

    /** The name of the file with what was run. */
    public static final String STUDY = "study.json";

    private interface Table {

        void writeTo(Appendable writer) throws IOException;
    }

    private static final double NEARLY_ALL = 0.95;
    private static final String DIVERGED = "diverged";

    private StudyOutput() {}

    /**
     * Saves both tables in a folder, and the study, if a file can say what it varies.
     *
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void saveTables(Path folder, Results results) {
        saveRuns(folder.resolve(RUNS), results);
        saveSummary(folder.resolve(SUMMARY), results);
        Study study = results.plan().study();
        if (StudyFile.canHold(study)) {
            StudyFile.write(folder.resolve(STUDY), study);
        }
    }

    /**
     * Saves each picture in a folder, once for each format, under its name.
     *
     * @param isOver asked before each; if it says so no more are saved
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void savePictures(
            Path folder, List<StudyPicture> pictures, PictureFormat.Encoder encoder, BooleanSupplier isOver) {
        for (StudyPicture picture : pictures) {
            for (PictureFormat format : List.of(PictureFormat.SVG, PictureFormat.PNG)) {
                if (isOver.getAsBoolean()) {
                    return;
                }
                AtomicFile.writeMade(
                        folder.resolve(picture.name() + format.ending()),
                        stream -> stream.write(encoder.bytes(picture.slide(), format)));
            }
        }
    }

    /**
     * Saves the table of runs.
     *
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void saveRuns(Path file, Results results) {
        save(file, writer -> writeRuns(results, writer));
    }

    /**
     * Saves the table of cells.
     *
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void saveSummary(Path file, Results results) {
        save(file, writer -> writeSummary(results, writer));
    }

    private static void save(Path file, Table table) {
        AtomicFile.write(file, stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            table.writeTo(writer);
            writer.flush();
        });
    }

    /** A row for each run that has ended, in the order of the plan: what was varied, the seed, what came of it. */
    public static void writeRuns(Results results, Appendable to) throws IOException {
        VariedSettings varied = new VariedSettings(results.plan());
        Csv csv = new Csv().add("run");
        varied.addNames(csv);
        List.of(
                        "seed",
                        "verdict",
                        "right",
                        "steps",
                        "recall",
                        "margin",
                        "loss",
                        "deciding_loss",
                        "epochs",
                        "first_remembered",
                        "sequences_to_solve",
                        "diverged_in_epoch",
                        "bits",
                        "steps_back",
                        "forks",
                        "forks_remembered",
                        "best")
                .forEach(csv::add);
        to.append(csv.end().take());
        for (RunResult run : results.finished()) {
            csv.add(run.run() + 1L);
            varied.addValues(results.plan().cells().get(run.cell()), csv);
            addRun(run, csv);
            to.append(csv.end().take());
        }
    }

    private static void addRun(RunResult run, Csv row) {
        row.add(run.seed());
        row.add(
                run.isDiverged()
                        ? DIVERGED
                        : run.verdict().map(Words.of(Verdict.class)::word).orElse(""));
        if (run.end().isPresent()) {
            Evaluation end = run.end().get();
            row.add(end.right())
                    .add(end.steps())
                    .add(end.recall())
                    .add(end.margin())
                    .add(end.loss());
            row.add(end.decidingLoss());
        } else {
            row.add("").add("").add("").add("").add("").add("");
        }
        row.add(run.epochs()).add(run.firstRemembered()).add(run.sequencesToSolve());
        row.add(run.divergence()
                .map(divergence -> Integer.toString(divergence.epoch()))
                .orElse(""));
        addJudgement(run.end().map(Evaluation::judgement), row);
    }

    private static void addJudgement(Optional<Judgement> judgement, Csv row) {
        if (judgement.isEmpty()) {
            row.add("").add("").add("").add("").add("");
            return;
        }
        Judgement found = judgement.get();
        row.add(found.bits());
        row.add(
                found.forks().all() == 0
                        ? ""
                        : Integer.toString(found.stepsBack().median()));
        row.add(found.forks().all())
                .add(found.forks().remembered())
                .add(found.outside().best());
    }

    /** A row for each cell: counts, shares with their 95 % Wilson intervals, and 10, 50 and 90 % quantiles. */
    public static void writeSummary(Results results, Appendable to) throws IOException {
        VariedSettings varied = new VariedSettings(results.plan());
        Csv csv = new Csv();
        varied.addNames(csv);
        csv.add("runs").add("floor");
        List.of("remembers", "right_by_luck", "not_yet", "all_right", DIVERGED, "solved")
                .forEach(name -> {
                    csv.add(name).add(name + "_share").add(name + "_low").add(name + "_high");
                });
        List.of("loss", "margin", "first_remembered", "sequences_to_solve").forEach(name -> {
            csv.add(name + "_10").add(name + "_median").add(name + "_90");
        });
        csv.add("epochs_until_95");
        csv.add("bits_10").add("bits_median").add("bits_90");
        List.of("needs_no_memory", "cannot_be_known").forEach(csv::add);
        to.append(csv.end().take());
        for (CellSummary summary : CellSummary.of(results)) {
            addCell(summary, varied, csv);
            to.append(csv.end().take());
        }
    }

    private static void addCell(CellSummary summary, VariedSettings varied, Csv row) {
        Variation cell = summary.cell();
        varied.addValues(cell, row);
        row.add(summary.runs().size()).add(cell.floor().mean());
        add(summary.ended(Verdict.REMEMBERS), row);
        add(summary.ended(Verdict.RIGHT_BY_LUCK), row);
        add(summary.ended(Verdict.NOT_YET), row);
        add(summary.allRight(), row);
        add(summary.diverged(), row);
        add(summary.solved(), row);
        add(summary.atEnd(Evaluation::loss), row);
        add(summary.atEnd(Evaluation::margin), row);
        add(summary.firstRemembered(), row);
        add(summary.sequencesToSolve(), row);
        row.add(summary.epochsUntil(NEARLY_ALL));
        add(summary.atEnd(end -> end.judgement().bits()), row);
        row.add(summary.ended(Verdict.NEEDS_NO_MEMORY).count());
        row.add(summary.ended(Verdict.CANNOT_BE_KNOWN).count());
    }

    private static void add(Share share, Csv row) {
        row.add(share.count()).add(share.value()).add(share.low()).add(share.high());
    }

    private static void add(Quantiles quantiles, Csv row) {
        row.add(quantiles.low()).add(quantiles.median()).add(quantiles.high());
    }

    /** The columns of a study's tables that say what is varied: the axes, and all that differs with them. */
    static final class VariedSettings {

        private static final int LONGEST_TASK_TEXT = 80;

        private final Plan plan;
        private final List<Setting<?>> settings;
        private final boolean tasksDiffer;

        VariedSettings(Plan plan) {
            this.plan = plan;
            List<Experiment> experiments =
                    plan.cells().stream().map(Variation::experiment).toList();
            this.settings = Settings.ALL.stream()
                    .filter(setting -> plan.study().axes().stream()
                            .noneMatch(axis -> axis.name().equals(setting.name())))
                    .filter(setting -> experiments.stream()
                                    .map(experiment -> setting.get(experiment.hyperparameters()))
                                    .distinct()
                                    .count()
                            > 1)
                    .toList();
            this.tasksDiffer =
                    experiments.stream().map(Experiment::task).distinct().count() > 1;
        }

        /** The names of the columns. */
        void addNames(Csv row) {
            plan.study().axes().forEach(axis -> row.add(axis.name()));
            settings.forEach(setting -> row.add(setting.name()));
            if (tasksDiffer) {
                row.add("task");
            }
        }

        /** The values of a cell. */
        void addValues(Variation cell, Csv row) {
            cell.choices().forEach(choice -> row.add(choice.name()));
            for (Setting<?> setting : settings) {
                row.add(setting.writtenText(cell.experiment().hyperparameters()));
            }
            if (tasksDiffer) {
                row.add(text(cell.experiment().task()));
            }
        }

        private static String text(Task task) {
            return task.source()
                    .map(source -> source.name() + parameters(source.parameters()))
                    .orElseGet(() -> {
                        List<String> sequences = new ArrayList<>();
                        task.sequences().forEach(sequence -> sequences.add(sequence.text()));
                        String all = String.join(" / ", sequences);
                        return all.length() <= LONGEST_TASK_TEXT
                                ? all
                                : sequences.size() + " sequences of up to " + (task.longestSteps() + 1) + " symbols";
                    });
        }

        private static String parameters(Map<String, Integer> parameters) {
            return parameters.entrySet().stream()
                    .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining());
        }
    }
}
