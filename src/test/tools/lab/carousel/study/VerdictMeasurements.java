package lab.carousel.study;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.Share;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.AllSteps;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/**
 * The table in the manual on the verdict: six tasks, each with many seeds, judged by bits, by the line that was drawn
 * before bits were measured, and by the second witness.
 */
final class VerdictMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 400;
    /** Before bits: all steps right, and at the deciding steps at most this share of the lowest loss without memory. */
    private static final double SHARE_OF_FLOOR = 0.9;

    private VerdictMeasurements() {}

    /**
     * Prints the shares for each task, and with a tenth of the seeds for three set-ups.
     *
     * @param arguments how many seeds, from 1 on; 400 if it is left out
     */
    public static void main(String[] arguments) {
        int seeds = arguments.length == 0 ? SEEDS : Integer.parseInt(arguments[0]);
        Hyperparameters tutorial = Experiment.reference().hyperparameters();
        Hyperparameters whole = tutorial.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, 500);
        measure(seeds, tutorial, "0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
        measure(seeds, whole, "0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
        measure(seeds, tutorial, "0 1 2 3 4", "3 0 1 2 3 3", "4 0 1 2 4");
        measure(seeds, tutorial, "0 1 2 3 4 5", "3 0 1 2 3", "4 0 1 2 4", "5 2 0");
        measure(seeds, whole.with(Settings.EPOCHS, 1000), "S 0 1 2 3 4", "S 3 0 1 2 3", "S 4 0 1 2 4");
        measure(seeds, whole, "P Q 0 1 2 3 4", "P 3 0 1 2 3", "Q 4 0 1 2 4");
        OUT.println("Set-ups of the first task:");
        measure(seeds / 10, tutorial.with(Settings.BATCH_SIZE, 3), "0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
        measure(
                seeds / 10,
                whole.with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH),
                "0 1 2 3 4",
                "3 0 1 2 3",
                "4 0 1 2 4");
        measure(
                seeds / 10,
                whole.with(Settings.RESET_POLICY, ResetPolicy.NEVER),
                "0 1 2 3 4",
                "3 0 1 2 3",
                "4 0 1 2 4");
    }

    private static void measure(int seeds, Hyperparameters hyperparameters, String alphabet, String... sequences) {
        Experiment reference = Experiment.reference();
        Experiment experiment = new Experiment(Task.parse(alphabet, sequences), hyperparameters, reference.engine());
        Map<Verdict, Integer> now = new EnumMap<>(Verdict.class);
        Map<Verdict, Integer> before = new EnumMap<>(Verdict.class);
        int rememberedBefore = 0;
        int follow = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            Snapshot end = RecordedRuns.end(experiment.with(hyperparameters.with(Settings.SEED, seed)));
            Verdict earlier = beforeBits(end);
            now.merge(end.verdict(), 1, Integer::sum);
            before.merge(earlier, 1, Integer::sum);
            boolean remembers = end.verdict() == Verdict.REMEMBERS;
            rememberedBefore += remembers && earlier == Verdict.REMEMBERS ? 1 : 0;
            follow += remembers && isFollowed(end) ? 1 : 0;
        }
        boolean isWhole = hyperparameters.get(Settings.UPDATE_INTERVAL).equals(UpdateInterval.WHOLE_SEQUENCE);
        OUT.printf(
                "%s, update interval %s, %d epochs%n",
                String.join(" / ", sequences),
                isWhole
                        ? "whole sequence"
                        : hyperparameters.get(Settings.UPDATE_INTERVAL).steps(),
                hyperparameters.get(Settings.EPOCHS));
        OUT.printf("  before: %s%n  now:    %s%n", shares(before, seeds), shares(now, seeds));
        OUT.printf(
                "  remember by both: %d; remember now and follow the other's symbol at every fork: %s%n",
                rememberedBefore, share(follow, seeds));
    }

    private static String shares(Map<Verdict, Integer> counts, int of) {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : Verdict.values()) {
            int count = counts.getOrDefault(verdict, 0);
            text.append(count == 0 ? "" : verdict + " " + share(count, of) + "  ");
        }
        return text.toString();
    }

    static String share(int count, int of) {
        Share share = new Share(count, of);
        return String.format(
                Locale.ROOT,
                "%d (%.1f %%, %.1f to %.1f)",
                count,
                100 * share.value(),
                100 * share.low(),
                100 * share.high());
    }

    /** Whether at every fork where there can be exchanges the answer follows the other's symbol in all of them. */
    private static boolean isFollowed(Snapshot end) {
        List<SymbolWitness> asked =
                ForkList.of(FedNetwork.of(end.experiment(), end.parameters()), ForkList.SHOWN, ForkList.SHOWN)
                        .rows()
                        .stream()
                        .map(row -> row.witness().orElseThrow())
                        .filter(witness -> witness.of() > 0)
                        .toList();
        return !asked.isEmpty() && asked.stream().allMatch(witness -> witness.right() == witness.of());
    }

    /** The symbols that are followed by different ones: what a deciding step was before. */
    private static Set<Integer> undecided(Task task) {
        Map<Integer, Target> successors = new HashMap<>();
        Set<Integer> found = new HashSet<>();
        for (Step step : AllSteps.of(task)) {
            Target known = successors.put(step.input(), step.target());
            if (known != null && !known.equals(step.target())) {
                found.add(step.input());
            }
        }
        return found;
    }

    /** The verdict as it was before bits were measured: from the mean loss at all deciding steps, fed step by step. */
    private static Verdict beforeBits(Snapshot end) {
        Task task = end.experiment().task();
        Set<Integer> undecided = undecided(task);
        int deciding = 0;
        double loss = 0;
        boolean allRight = true;
        for (Steps sequence : task.encoded()) {
            FedSteps fed = FedSteps.of(
                    end.parameters(), end.experiment().stepByStep().hyperparameters(), new Steps[] {sequence}, false);
            for (int t = fed.first(); t < sequence.size(); t++) {
                allRight &= fed.predicted(0, t).equals(sequence.target(t));
                if (undecided.contains(sequence.fed(t).index())) {
                    deciding++;
                    loss += CellExplanation.of(fed, 0, t + 1, 0).output().loss();
                }
            }
        }
        if (deciding == 0) {
            return Verdict.NEEDS_NO_MEMORY;
        }
        if (!allRight) {
            return Verdict.NOT_YET;
        }
        double floor = task.judge().floor(1, ScoredSteps.ALL).sigmoid() * task.steps() / deciding;
        return loss / deciding <= SHARE_OF_FLOOR * floor ? Verdict.REMEMBERS : Verdict.A_TRACE;
    }
}
