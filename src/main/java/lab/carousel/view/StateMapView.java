package lab.carousel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.ForkFindings;
import lab.carousel.picture.map.DotColour;
import lab.carousel.picture.map.FixedPointMarks;
import lab.carousel.picture.map.MapLook;
import lab.carousel.picture.map.MapPlane;
import lab.carousel.picture.map.StateMapDrawing;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.study.map.FixedPoints;
import lab.carousel.study.map.FollowedMap;
import lab.carousel.study.map.PathSeparation;
import lab.carousel.study.map.StateDot;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.Vectors;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Target;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;

/** Where the states of the network lie after each step, along axes that stay, so that dots can be followed from epoch to epoch. */
public final class StateMapView implements View {

    private static final String VECTORS = "vectors";
    private static final String PLANE = "plane";
    private static final String COLOUR = "colour";
    private static final String ALONG = "along";
    private static final String LAYER = "layer";
    private static final String HELD = "held";
    /** In place of a symbol that is held. */
    private static final String NONE = "";
    /** Of the search for the points at which a held symbol leaves the state. */
    private static final double MOST_SECONDS = 10;
    /** Seconds in Chromium, for each step and each pair of the numbers of a state. */
    private static final double SECONDS = 2e-8;

    /** Whose axes a map has. */
    private enum Along {
        /** Those that the map before had, if it is of the same task; anew where the run ends or holds. */
        KEPT,
        /** Those from before the run ended or held. */
        BEFORE,
        OWN
    }

    /** A network and what is fed to it again and again. */
    private record Held(Experiment experiment, Parameters parameters, int symbol) {}

    private record Found(Held held, int epoch, FixedPoints points, double seconds) {

        boolean isOf(Experiment experiment, int symbol) {
            return held.experiment == experiment && held.symbol == symbol;
        }
    }

    private final SingleEntryCache<Experiment, TaskAutomaton> automata = new SingleEntryCache<>(TaskAutomaton::new);
    private Optional<FollowedMap> shown = Optional.empty();
    /** The points that were searched last; a search goes on beside the answers. */
    private volatile Optional<Found> searched = Optional.empty();

    @Override
    public PlaceName name() {
        return PlaceName.STATE_MAP;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        return List.of(
                Choice.of(name(), VECTORS, Vectors.of(experiment.layout().cell()), Vectors.BOTH),
                layers(experiment.layout()),
                Choice.of(name(), PLANE, List.of(MapPlane.values()), MapPlane.FIRST_SECOND),
                Choice.of(name(), ALONG, List.of(Along.values()), Along.KEPT),
                Choice.of(
                        name(), COLOUR, colours(experiment), isSeries(experiment) ? DotColour.TIME : DotColour.SYMBOL),
                held(experiment));
    }

    private Choice layers(ParameterLayout layout) {
        List<Option> options = IntStream.rangeClosed(StatePart.ALL_LAYERS, layout.layers() > 1 ? layout.layers() : 0)
                .mapToObj(layer -> new Option(
                        Integer.toString(layer),
                        layer == StatePart.ALL_LAYERS ? Message.text("stateMap.layer.all") : Integer.toString(layer),
                        Message.text("stateMap.layer.tip")))
                .toList();
        return Choice.listed(name(), LAYER, options, Integer.toString(StatePart.ALL_LAYERS));
    }

    private Choice held(Experiment experiment) {
        String tip = Message.text("stateMap.held.tip");
        List<Option> options = Stream.concat(
                        Stream.of(new Option(NONE, Message.text("stateMap.held.none"), tip)),
                        experiment.task().targets().heldInputs(experiment.task().alphabet()).stream()
                                .map(symbol -> new Option(symbol, symbol, tip)))
                .toList();
        return Choice.listed(name(), HELD, options, NONE);
    }

    /** What the dots of an experiment can be coloured by. */
    private static List<DotColour> colours(Experiment experiment) {
        boolean hasAutomaton = TaskAutomaton.obstacle(experiment).isEmpty();
        return Stream.of(DotColour.values())
                .filter(each -> each != DotColour.STATE || hasAutomaton)
                .filter(each -> each != (isSeries(experiment) ? DotColour.STEP : DotColour.TIME))
                .toList();
    }

    private static boolean isSeries(Experiment experiment) {
        return Series.of(experiment.task()).isPresent();
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return experiment.hyperparameters().get(Settings.CELL).isRecurrent()
                ? Optional.empty()
                : Optional.of(Message.text("stateMap.dense"));
    }

    @Override
    public double seconds(Experiment experiment) {
        double numbers = StatePart.whole(experiment.layout()).size(experiment.layout());
        int steps = experiment.task().sequences().stream()
                .mapToInt(sequence -> sequence.steps())
                .sum();
        return SECONDS * steps * numbers * numbers;
    }

    @Override
    public boolean looksAtSelection() {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("path", "axes", "points");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        StatePart part = new StatePart(chosen.of(VECTORS, Vectors.class), Integer.parseInt(chosen.of(LAYER)))
                .within(look.experiment().layout());
        FollowedMap followed = shown.filter(last -> isOf(last, look.experiment(), part))
                .map(last -> followed(last, look, chosen.of(ALONG, Along.class)))
                .orElseGet(() -> FollowedMap.of(
                        VisitedStates.of(look.network().evaluator(), part), look.network(), look.epoch()));
        shown = Optional.of(followed);
        Optional<Found> found =
                held(look, chosen).flatMap(held -> searched.filter(last -> last.isOf(look.experiment(), held.symbol)));
        StateMap map = followed.map();
        MapLook plain = new MapLook(
                chosen.of(PLANE, MapPlane.class),
                chosen.of(COLOUR, DotColour.class),
                look.step(),
                look.unit(),
                List.of());
        MapLook seen = plain.colour() == DotColour.STATE
                ? plain.with(states(automata.of(look.experiment()), map.visited()))
                : plain;
        StateMapDrawing drawing = new StateMapDrawing(
                map,
                seen,
                found.map(last -> FixedPointMarks.of(last.points, map)).orElse(List.of()));
        List<StateDot> dots = map.visited().dots();
        return new Answer(drawing, Message.text("stateMap.picture.title", look.epoch()))
                .says("path", PathSeparation.words(look.network(), fork(look)))
                .says("axes", axes(followed, drawing.beyond()))
                .says("points", heldWords(look, chosen, found))
                .selects(spot -> map.visited().areTests() || spot.column() >= dots.size()
                        ? Optional.empty()
                        : Selected.step(dots.get(spot.column()).step()));
    }

    private static FollowedMap followed(FollowedMap last, Look look, Along along) {
        return switch (along) {
            case KEPT ->
                look.moment() == RunMoment.TRAINING
                        ? last.whileTrained(look.network(), look.epoch())
                        : last.at(look.network(), look.epoch(), look.moment() == RunMoment.AT_REST);
            case BEFORE -> last.back(look.network()).at(look.network(), look.epoch(), false);
            case OWN -> FollowedMap.of(last.map().visited(), look.network(), look.epoch());
        };
    }

    /** The fork that is selected, or the worst one. */
    private static int fork(Look look) {
        ForkFindings findings = look.network().findings();
        return findings.worstFirst(look.fork().isEmpty() ? 0 : ForkList.SHOWN).stream()
                .filter(each -> look.network()
                        .memory()
                        .steps(each, ForkAnswers.MOST_STEPS)
                        .equals(look.fork()))
                .findFirst()
                .orElseGet(findings::worstFork);
    }

    /** What is held of a network, if its points can be searched. */
    private static Optional<Held> held(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        if (chosen.of(HELD).equals(NONE) || notHeld(experiment).isPresent()) {
            return Optional.empty();
        }
        int symbol = experiment.task().alphabet().indices().getOrDefault(chosen.of(HELD), Target.NO_INDEX);
        return Optional.of(new Held(experiment, look.network().parameters(), symbol));
    }

    /** Why no points of a held symbol are searched. */
    private static Optional<String> notHeld(Experiment experiment) {
        if (experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
            return Optional.of(Message.text("heldSymbol.reset"));
        }
        ParameterLayout layout = experiment.layout();
        return FixedPoints.canBeSearched(layout)
                ? Optional.empty()
                : Optional.of(Message.text(
                        "heldSymbol.tooLarge", StatePart.whole(layout).size(layout), FixedPoints.MOST_NUMBERS));
    }

    private static String heldWords(Look look, Chosen chosen, Optional<Found> found) {
        String symbol = chosen.of(HELD);
        return symbol.equals(NONE)
                ? ""
                : notHeld(look.experiment())
                        .or(() ->
                                found.map(last -> FixedPointMarks.words(last.points, symbol, last.epoch, last.seconds)))
                        .orElseGet(() -> Message.text("heldSymbol.notYet", symbol));
    }

    /** Of the points at which the held symbol leaves the state. */
    @Override
    public Optional<Job> job(Look look, Chosen chosen) {
        return held(look, chosen).map(held -> new Job(held, MOST_SECONDS, isStopped -> search(look, held, isStopped)));
    }

    private void search(Look look, Held held, BooleanSupplier isStopped) {
        long begun = System.nanoTime();
        FedNetwork network = look.network();
        double[][] from = VisitedStates.of(
                        network.evaluator(),
                        StatePart.whole(network.parameters().layout()))
                .under(network);
        FixedPoints points = FixedPoints.search(held.parameters, held.symbol, from, () -> !isStopped.getAsBoolean());
        searched = Optional.of(new Found(held, look.epoch(), points, (System.nanoTime() - begun) / 1e9));
    }

    private static boolean isOf(FollowedMap map, Experiment experiment, StatePart part) {
        VisitedStates visited = map.map().visited();
        return visited.experiment() == experiment && visited.part().equals(part);
    }

    /** Which state of the task's automaton each dot means. */
    private static List<Integer> states(TaskAutomaton task, VisitedStates visited) {
        return visited.dots().stream()
                .map(StateDot::step)
                .map(step -> task.state(task.prefixAt(step.sequence(), step.number() - 1)))
                .toList();
    }

    /** How many dots there are along which axes, how many points lie beyond them, and what else has to be known. */
    private static String axes(FollowedMap shown, int beyond) {
        StateMap map = shown.map();
        List<String> words = new ArrayList<>(map.notes());
        shown.before().ifPresent(last -> words.add(0, Message.text("stateMap.anew")));
        words.add(0, Message.text("stateMap.axes", map.visited().dots().size(), shown.epoch()));
        if (beyond > 0) {
            words.add(Message.text("heldSymbol.beyond", beyond));
        }
        return String.join(" ", words);
    }
}
