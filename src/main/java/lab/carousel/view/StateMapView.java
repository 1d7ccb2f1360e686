package lab.carousel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.map.DotColour;
import lab.carousel.picture.map.MapLook;
import lab.carousel.picture.map.MapPlane;
import lab.carousel.picture.map.StateMapDrawing;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.study.map.FollowedMap;
import lab.carousel.study.map.PathSeparation;
import lab.carousel.study.map.StateDot;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.Vectors;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.text.Message;

/** Where the states of the network lie after each step, along axes that stay, so that dots can be followed from epoch to epoch. */
public final class StateMapView implements View {

    private static final String VECTORS = "vectors";
    private static final String PLANE = "plane";
    private static final String COLOUR = "colour";
    private static final String ALONG = "along";
    /** Seconds in Chromium, for each step and each pair of the numbers of a state. */
    private static final double SECONDS = 2e-8;

    /** Whose axes a map has. */
    private enum Along {
        /** Those that the map before had, if it is of the same task. */
        KEPT,
        OWN
    }

    private final Kept<Experiment, TaskAutomaton> automata = new Kept<>(TaskAutomaton::new);
    private Optional<FollowedMap> shown = Optional.empty();

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
                Choice.of(name(), PLANE, List.of(MapPlane.values()), MapPlane.FIRST_SECOND),
                Choice.of(name(), COLOUR, colours(experiment), DotColour.SYMBOL),
                Choice.of(name(), ALONG, List.of(Along.values()), Along.KEPT));
    }

    /** What the dots of an experiment can be coloured by. */
    public static List<DotColour> colours(Experiment experiment) {
        boolean hasAutomaton = TaskAutomaton.obstacle(experiment).isEmpty();
        return Stream.of(DotColour.values())
                .filter(each -> each != DotColour.STATE || hasAutomaton)
                .toList();
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
        return List.of("path", "axes");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        StatePart part = new StatePart(chosen.of(VECTORS, Vectors.class), StatePart.ALL_LAYERS)
                .within(look.experiment().layout());
        FollowedMap followed = shown.filter(last -> isOf(last, look.experiment(), part))
                .map(last -> chosen.of(ALONG, Along.class) == Along.KEPT
                        ? last.at(look.network(), look.epoch(), false)
                        : FollowedMap.of(last.map().visited(), look.network(), look.epoch()))
                .orElseGet(() -> FollowedMap.of(
                        VisitedStates.of(look.network().evaluator(), part), look.network(), look.epoch()));
        shown = Optional.of(followed);
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
        return new Answer(
                        new StateMapDrawing(map, seen, List.of()), Message.text("stateMap.picture.title", look.epoch()))
                .says(
                        "path",
                        PathSeparation.words(
                                look.network(), look.network().findings().worstFork()))
                .says("axes", axes(followed))
                .selects(spot -> map.visited().areTests()
                        ? Optional.empty()
                        : Selected.step(map.visited().dots().get(spot.column()).step()));
    }

    private static boolean isOf(FollowedMap map, Experiment experiment, StatePart part) {
        VisitedStates visited = map.map().visited();
        return visited.experiment() == experiment && visited.part().equals(part);
    }

    /** Which state of the task's automaton each dot means. */
    public static List<Integer> states(TaskAutomaton task, VisitedStates visited) {
        return visited.dots().stream()
                .map(StateDot::step)
                .map(step -> task.state(task.prefixAt(step.sequence(), step.number() - 1)))
                .toList();
    }

    /** How many dots there are along which axes, and what else has to be known of them. */
    public static String axes(FollowedMap shown) {
        StateMap map = shown.map();
        List<String> words = new ArrayList<>(map.notes());
        shown.before().ifPresent(last -> words.add(0, Message.text("stateMap.anew")));
        words.add(0, Message.text("stateMap.axes", map.visited().dots().size(), shown.epoch()));
        return String.join(" ", words);
    }
}
