package lab.carousel.study.many;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * The single runs of a study in a fixed order: every cell with the first seed, every cell with the second, and so on, so
 * that all cells grow together. What a run does depends on its place in the plan alone, not on threads. Immutable.
 *
 * <p>The first seed is that of the study itself; the others are drawn from it. All cells have the same seeds, so that
 * they differ by what is varied and not by the luck of the draw, and a study with more seeds repeats the runs of one with
 * fewer.
 */
public final class Plan {

    static final int MOST_CHECKPOINTS = 100;
    /** The most points of all courses together, so that a million runs fit into memory too. */
    private static final int MOST_POINTS = 10_000_000;

    private final Study study;
    private final List<Variation> cells;
    private final long[] seeds;

    private Plan(Study study, List<Variation> cells, long[] seeds) {
        this.study = study;
        this.cells = List.copyOf(cells);
        this.seeds = seeds;
    }

    /** @throws InvalidInput if a variation cannot be trained; names the values it has */
    public static Plan of(Study study) {
        SplittableRandom random =
                new SplittableRandom(study.base().hyperparameters().get(Settings.SEED));
        SplittableRandom search = random.split();
        SplittableRandom draws = random.split();
        List<List<AxisValue>> combinations = combinations(study, search);
        int most = Math.max(2, Math.min(MOST_CHECKPOINTS, MOST_POINTS / (combinations.size() * study.seeds())));
        List<Variation> cells = new ArrayList<>(combinations.size());
        for (List<AxisValue> choices : combinations) {
            Experiment experiment = varied(study, choices);
            cells.add(new Variation(
                    cells.size(),
                    choices,
                    experiment,
                    experiment.memorylessFloor(),
                    Checkpoints.of(experiment.hyperparameters().get(Settings.EPOCHS), most)));
        }
        return new Plan(study, cells, seeds(study, draws));
    }

    /** Finds out whether there can be a plan, without making it; throws as {@link #of} does. */
    public static void check(Study study) {
        SplittableRandom random =
                new SplittableRandom(study.base().hyperparameters().get(Settings.SEED));
        for (List<AxisValue> choices : combinations(study, random.split())) {
            varied(study, choices);
        }
    }

    private static List<List<AxisValue>> combinations(Study study, SplittableRandom search) {
        return study.isRandomSearch() ? drawn(study, search) : grid(study.axes());
    }

    private static long[] seeds(Study study, SplittableRandom draws) {
        long[] seeds = new long[study.seeds()];
        seeds[0] = study.base().hyperparameters().get(Settings.SEED);
        for (int repeat = 1; repeat < seeds.length; repeat++) {
            seeds[repeat] = draws.nextLong() & Hyperparameters.MAX_SEED;
        }
        return seeds;
    }

    /** Each value with each, the last axis varying fastest. */
    private static List<List<AxisValue>> grid(List<Axis> axes) {
        List<List<AxisValue>> combinations = List.of(List.of());
        for (Axis axis : axes) {
            List<List<AxisValue>> longer = new ArrayList<>();
            for (List<AxisValue> start : combinations) {
                for (AxisValue choice : axis.choices()) {
                    List<AxisValue> next = new ArrayList<>(start);
                    next.add(choice);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static List<List<AxisValue>> drawn(Study study, SplittableRandom random) {
        for (Axis axis : study.axes()) {
            // An impossible bound would be met by some draws only, perhaps after hours
            axis.range().ifPresent(range -> {
                alone(study, axis, range.bound(range.from()));
                alone(study, axis, range.bound(range.to()));
            });
        }
        List<List<AxisValue>> combinations = new ArrayList<>();
        for (int draw = 0; draw < study.draws(); draw++) {
            combinations.add(study.axes().stream()
                    .map(axis -> axis.range().map(range -> range.draw(random)).orElseGet(() -> axis.choices()
                            .get(random.nextInt(axis.choices().size()))))
                    .toList());
        }
        return combinations;
    }

    private static void alone(Study study, Axis axis, AxisValue choice) {
        try {
            choice.change().applyTo(study.base());
        } catch (InvalidInput problem) {
            throw at(axis.name() + " = " + choice.label(), problem);
        }
    }

    private static Experiment varied(Study study, List<AxisValue> choices) {
        Experiment experiment = study.base();
        try {
            for (AxisValue choice : choices) {
                experiment = choice.change().applyTo(experiment);
            }
            return experiment;
        } catch (InvalidInput problem) {
            List<String> values = new ArrayList<>();
            for (int axis = 0; axis < choices.size(); axis++) {
                values.add(study.axes().get(axis).name() + " = "
                        + choices.get(axis).label());
            }
            throw at(values.stream().collect(Collectors.joining(", ")), problem);
        }
    }

    private static InvalidInput at(String values, InvalidInput problem) {
        return new InvalidInput(Message.of("studies.at", values, problem.problem()));
    }

    public Study study() {
        return study;
    }

    public List<Variation> cells() {
        return cells;
    }

    public int runs() {
        return cells.size() * seeds.length;
    }

    public PlannedRun run(int number) {
        return new PlannedRun(number, cells.get(number % cells.size()), seeds[number / cells.size()]);
    }
}
