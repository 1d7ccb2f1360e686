package lab.carousel.model;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Supply;
import lab.carousel.task.Task;
import lab.carousel.task.memory.FeedingScheme;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.StateLifetime;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** Everything that determines a run, and what a file holds. */
public record Experiment(Task task, Hyperparameters hyperparameters, EngineName engine) {

    /** How many sequences of a drawn task are fixed: its loss is the mean of these. */
    public static final int FIXED = 200;

    /** How many orders of the sequences are judged where they are shuffled and the state is carried from one to the next. */
    private static final int JUDGED_ORDERS = 20;

    /**
     * Checks that task and hyperparameters can work together.
     *
     * @throws InvalidInput if a sequence is shorter than the lag, the batch has more slots than the longest sequence
     *     has steps with a whole lag before them, the outputs are not for such a task, or the engine cannot train this
     */
    public Experiment {
        int lag = hyperparameters.get(Settings.LAG);
        if (lag > task.supply().shortestSteps()) {
            throw new InvalidInput("model.lag.overSteps", lag, task.supply().shortestSteps());
        }
        int steps = task.supply().longestSteps() - (lag - 1);
        if (hyperparameters.get(Settings.BATCH_SIZE) > steps) {
            throw new InvalidInput("model.batchSize.overSteps", hyperparameters.get(Settings.BATCH_SIZE), steps);
        }
        if (!hyperparameters.get(Settings.OUTPUT).loss().takesSmoothing()
                && hyperparameters.get(Settings.LABEL_SMOOTHING) > 0) {
            throw new InvalidInput("model.labelSmoothing.numbers");
        }
        InvalidInput.throwIf(obstacle(task.supply(), hyperparameters.get(Settings.OUTPUT)));
        InvalidInput.throwIf(engine.obstacle(hyperparameters));
    }

    /** Why outputs cannot be what is wanted of them, if they cannot. */
    private static Optional<Message> obstacle(Supply supply, Output output) {
        if (output.targets() != supply.targets()) {
            return Optional.of(Message.of(supply.targets().key("model.output.other.")));
        }
        if (supply.hasSets() && !output.loss().takesSets()) {
            return Optional.of(Message.of("model.output.sets"));
        }
        return output.squashing().isFromZeroToOne() && !supply.isFromZeroToOne()
                ? Optional.of(Message.of("model.output.unreachable"))
                : Optional.empty();
    }

    /** The reference experiment: the tutorial. */
    public static Experiment reference() {
        return new Experiment(Task.reference(), Hyperparameters.reference(), EngineName.KERNEL);
    }

    public Experiment with(Hyperparameters other) {
        return new Experiment(task, other, engine);
    }

    public Experiment with(UnaryOperator<Hyperparameters> change) {
        return with(change.apply(hyperparameters));
    }

    /**
     * The weights of the steps in training. Where the network has outputs for some symbols only, or numbers are wanted in the end,
     * those can be asked for at the last step alone, whatever the hyperparameters say.
     */
    public LossWeighting lossWeighting() {
        return task.supply().scoresLastStepOnly()
                        && task.outputs() < task.alphabet().size()
                ? LossWeighting.LAST_STEP
                : hyperparameters.get(Settings.LOSS_WEIGHTING);
    }

    /** The hyperparameters that it is trained with: with {@link #lossWeighting}. */
    public Hyperparameters trained() {
        return hyperparameters.with(Settings.LOSS_WEIGHTING, lossWeighting());
    }

    /** The steps that loss, recall and margin are taken over: those with an error signal, unless the task says so. */
    public ScoredSteps scoredSteps() {
        return new ScoredSteps(
                Math.max(hyperparameters.get(Settings.LAG) - 1, task.supply().firstJudged()),
                task.supply().scoresLastStepOnly() || lossWeighting().isLastStepOnly());
    }

    /** The steps at which a drawn task asks for an answer, whatever the loss counts: its criterion is judged there. */
    public ScoredSteps askedSteps() {
        return new ScoredSteps(
                hyperparameters.get(Settings.LAG) - 1, task.supply().scoresLastStepOnly());
    }

    /** The steps of the listed sequences, or of the sample of a drawn task: a new array. */
    public Steps[] encoded() {
        return scoredSteps().of(task.encoded());
    }

    /** Why there is no verdict: more than {@value ListedSequences#MAX_SCORED_STEPS} scored steps are listed, as in a run that was saved before. */
    public Optional<Message> tooLarge() {
        int steps = scoredSteps().of(task.supply().listed());
        return steps > ListedSequences.MAX_SCORED_STEPS
                ? Optional.of(Message.of("task.tooManyScoredSteps", steps, ListedSequences.MAX_SCORED_STEPS))
                : Optional.empty();
    }

    /** @throws InvalidInput if it is too large for a verdict */
    public Experiment checked() {
        InvalidInput.throwIf(tooLarge());
        return this;
    }

    /** The lowest mean loss of a predictor that sees only the last {@code symbolsSeen} symbols, at least 1. */
    public double floor(int symbolsSeen) {
        return hyperparameters.get(Settings.OUTPUT).floor(task.judge().floor(symbolsSeen, scoredSteps()));
    }

    /**
     * The memoryless floor: of a predictor that sees no more than what is fed at a step, which is the current symbol,
     * or as many as the lag has.
     */
    public double memorylessFloor() {
        return floor(symbolsSeen());
    }

    private int symbolsSeen() {
        return hyperparameters.get(Settings.CELL).isRecurrent() ? hyperparameters.get(Settings.LAG) : 1;
    }

    /** Draws the sequences that networks are judged by: the same for a seed, never trained on. The first of them are fixed. */
    public Supplier<Steps> judging() {
        RandomStreams streams = RandomStreams.of(hyperparameters.get(Settings.SEED));
        return task.supply().draws(streams.judging(), streams.pool(), true).orElseThrow();
    }

    /** The floors that the judge of the task tells, the highest first. Takes a while for large tasks. */
    public List<LossFloor> floors() {
        Output output = hyperparameters.get(Settings.OUTPUT);
        List<PredictorFloor> told = task.judge().floors(symbolsSeen(), scoredSteps());
        List<Steps> fixed = told.stream().allMatch(floor -> floor.predictor().isEmpty())
                ? List.of()
                : Stream.generate(judging())
                        .limit(FIXED)
                        .map(each -> each.with(scoredSteps()))
                        .toList();
        return told.stream()
                .map(floor -> new LossFloor(
                        floor.floor().symbolsSeen(),
                        output.floor(floor.floor()),
                        floor.known(),
                        floor.name(),
                        floor.squaredError(fixed, task.outputs())))
                .toList();
    }

    /** The floors by which networks are judged; none where they are by their answers. */
    public List<LossFloor> judgingFloors() {
        return task.judge().isByFloors() ? floors() : List.of();
    }

    public FeedingScheme feeding() {
        StateLifetime carry =
                switch (hyperparameters.get(Settings.RESET_POLICY)) {
                    case EVERY_STEP -> StateLifetime.STEP;
                    case AFTER_SEQUENCE -> StateLifetime.SEQUENCE;
                    case AFTER_EPOCH -> StateLifetime.EPOCH;
                    case NEVER -> StateLifetime.FOREVER;
                };
        return new FeedingScheme(
                carry,
                hyperparameters.get(Settings.BATCH_SIZE),
                hyperparameters.get(Settings.LAG),
                !hyperparameters.get(Settings.CELL).isRecurrent());
    }

    /**
     * What the listed sequences, or the sample of a drawn task, ask of a memory when they are fed like that; nothing if
     * they are {@link #tooLarge}.
     */
    public Memory memory() {
        return memory(scoredSteps());
    }

    /** The memory asked for if every step counted; empty if there are too many steps. */
    public Optional<Memory> memoryOfAllSteps() {
        ScoredSteps all = new ScoredSteps(hyperparameters.get(Settings.LAG) - 1, false);
        return all.of(task.supply().listed()) > ListedSequences.MAX_SCORED_STEPS
                ? Optional.empty()
                : Optional.of(memory(all));
    }

    private Memory memory(ScoredSteps scored) {
        boolean isTooLarge = scored.of(task.supply().listed()) > ListedSequences.MAX_SCORED_STEPS;
        ScoredSteps looked = isTooLarge || task.judge().isByFloors() ? ScoredSteps.NONE : scored;
        return Memory.of(looked.of(task.encoded()), feeding(), hasJudgedOrders() ? orders() : List.of());
    }

    /** How many orders are judged, the listed one first; 0 where that alone is judged. */
    public int judgedOrders() {
        return hasJudgedOrders() ? JUDGED_ORDERS : 0;
    }

    private boolean hasJudgedOrders() {
        return hyperparameters.get(Settings.ORDER) == Order.SHUFFLED && carriesOver();
    }

    /** Whether a sequence begins with the state that the one before left; one that is drawn never does. */
    public boolean carriesOver() {
        return feeding().isCarriedOver() && task.listedSequences() > 0;
    }

    /** Whether another experiment on the very same task asks for the same memory. */
    public boolean hasMemoryOf(Experiment other) {
        return task == other.task
                && feeding().equals(other.feeding())
                && scoredSteps().equals(other.scoredSteps())
                && !hasJudgedOrders()
                && !other.hasJudgedOrders();
    }

    /** The listed order and some drawn from the seed, in place of all that an epoch could have. */
    private List<int[]> orders() {
        SplittableRandom random =
                RandomStreams.of(hyperparameters.get(Settings.SEED)).judging();
        int[] listed = IntStream.range(0, task.sequences().size()).toArray();
        return Stream.concat(Stream.of(listed), Stream.generate(() -> order(random)))
                .limit(JUDGED_ORDERS)
                .toList();
    }

    private int[] order(SplittableRandom random) {
        int[] order = new int[task.sequences().size()];
        for (int s = 0; s < order.length; s++) {
            int place = random.nextInt(s + 1);
            order[s] = order[place];
            order[place] = s;
        }
        return order;
    }

    /**
     * The same as it is evaluated step by step: one slot, and a state that goes back to zero before each sequence; lag
     * and a reset before every step stay as they are.
     */
    public Experiment stepByStep() {
        boolean isStateless = hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP;
        return with(hyperparameters
                .with(Settings.BATCH_SIZE, 1)
                .with(Settings.RESET_POLICY, isStateless ? ResetPolicy.EVERY_STEP : ResetPolicy.AFTER_SEQUENCE));
    }

    /** Whether evaluation as trained can differ from that step by step. */
    public boolean hasTwoEvaluations() {
        return hyperparameters.get(Settings.BATCH_SIZE) > 1
                || hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.AFTER_EPOCH
                || hyperparameters.get(Settings.RESET_POLICY) == ResetPolicy.NEVER;
    }

    public ParameterLayout layout() {
        return new ParameterLayout(
                task.inputs(),
                task.outputs(),
                hyperparameters.get(Settings.HIDDEN_UNITS),
                hyperparameters.get(Settings.CELL),
                hyperparameters.get(Settings.LAYERS));
    }
}
