package lab.carousel.study.map;

import java.util.Locale;
import java.util.function.Supplier;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.AfterFork;
import lab.carousel.study.ClueProbe;
import lab.carousel.study.IntegratedGradients;
import lab.carousel.study.Saturation;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.Recipe;

/**
 * How long the answers of the places take that look at states as points: on the tutorial, and on 200 random sequences with as
 * many steps as a listed task may have. The first time, and then the shortest of five.
 *
 * <pre>
 *   mvn -q -Pbench test -Dbenchmark=study.map.PlaceBenchmark
 * </pre>
 */
public final class PlaceBenchmark {

    private static final int TIMES = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private PlaceBenchmark() {}

    public static void main(String[] none) {
        measure("tutorial", Experiment.reference());
        Experiment reference = Experiment.reference();
        Task largest = new Generator(Recipe.RANDOM, ListedSequences.MAX_SEQUENCES, 251, 5, 1, 1).task();
        measure("50,000 steps", new Experiment(largest, reference.hyperparameters(), reference.engine()));
    }

    private static void measure(String name, Experiment experiment) {
        Parameters parameters = InitialParameters.of(experiment);
        Evaluator evaluator = time(name, "evaluator and forks", () -> {
            Evaluator made = new Evaluator(experiment);
            made.fed(parameters).findings();
            return made;
        });
        StatePart whole = StatePart.whole(experiment.layout());
        VisitedStates visited = time(name, "dots", () -> VisitedStates.of(evaluator, whole));
        StateMap map = time(name, "map with new axes", () -> StateMap.of(visited, anew(evaluator, parameters)));
        time(name, "map along its axes", () -> map.of(anew(evaluator, parameters)));
        FedNetwork network = evaluator.fed(parameters);
        int worst = network.findings().worstFirst(1).get(0);
        time(name, "separations along the paths", () -> PathSeparation.of(network, worst));
        time(name, "frame of the map", () -> {
            FedNetwork next = anew(evaluator, parameters);
            map.of(next);
            return PathSeparation.of(next, next.findings().worstFork());
        });
        time(name, "after the fork", () -> AfterFork.of(anew(evaluator, parameters)));
        time(name, "heatmap", () -> anew(evaluator, parameters).traces(ColumnWindow.START));
        double[][] states = visited.under(network);
        time(name, "fixed points", () -> FixedPoints.search(parameters, 0, states, () -> true));
        TaskAutomaton task = time(name, "automaton of the task", () -> new TaskAutomaton(experiment));
        time(
                name,
                "automaton of the network",
                () -> NetworkAutomaton.of(
                        task,
                        new NetworkTeacher(experiment, parameters, Operation.NONE),
                        AskedWords.TASK,
                        SearchLimits.USUAL));
        VisitedStates gates = VisitedStates.of(evaluator, Saturation.part());
        time(name, "saturation", () -> Saturation.of(gates, anew(evaluator, parameters)));
        time(name, "who remembers?", () -> ClueProbe.of(anew(evaluator, parameters), Vectors.BOTH));
        int last = experiment.task().sequences().get(0).steps();
        time(
                name,
                "integrated gradients",
                () -> IntegratedGradients.of(network.sample(), experiment.task().step(0, last), 0));
    }

    /** The network as in another frame: nothing of it is fed yet. */
    private static FedNetwork anew(Evaluator evaluator, Parameters parameters) {
        double[] values = parameters.toArray();
        values[0] = Math.nextUp(evaluator.fed(parameters).parameters().get(0));
        evaluator.fed(Parameters.of(parameters.layout(), values));
        return evaluator.fed(parameters);
    }

    private static <T> T time(String name, String what, Supplier<T> answer) {
        long start = System.nanoTime();
        T made = answer.get();
        double first = (System.nanoTime() - start) / NANOS_PER_SECOND;
        double shortest = first;
        for (int time = 0; time < TIMES; time++) {
            start = System.nanoTime();
            answer.get();
            shortest = Math.min(shortest, (System.nanoTime() - start) / NANOS_PER_SECOND);
        }
        System.out.printf(Locale.ROOT, "%-14s %-30s first %7.4f s, then %7.4f s%n", name, what, first, shortest);
        return made;
    }
}
