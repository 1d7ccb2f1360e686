package lab.carousel.ui.statemap;

import static lab.carousel.ui.controls.Controls.grow;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
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
import lab.carousel.study.map.FollowedMap;
import lab.carousel.study.map.PathSeparation;
import lab.carousel.study.map.StateDot;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.Vectors;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TracedSnapshot;
import lab.carousel.view.Kept;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import lab.carousel.view.StateMapView;

/** Where the states of the network lie after each step, and how the two paths to a fork part, while it learns. */
public final class StateMapPlace {

    private final Selection selection;
    private final Form form = new Form(PlaceName.STATE_MAP);
    private final ChoiceButtons<Vectors> vectors = form.choice("vectors", Vectors.BOTH, Vectors.values());
    private final ChoiceButtons<Integer> layer = new ChoiceButtons<>(
            "stateMapLayer",
            StatePart.ALL_LAYERS,
            each -> each == StatePart.ALL_LAYERS ? Message.text("stateMap.layer.all") : String.valueOf(each),
            each -> Message.text("stateMap.layer.tip"));
    private final ChoiceButtons<MapPlane> plane = form.choice("plane", MapPlane.FIRST_SECOND, MapPlane.values());
    private final ChoiceButtons<DotColour> colour = form.choice("colour", DotColour.SYMBOL, DotColour.values());
    /** How often other axes were asked for. */
    private final ObjectProperty<Turn> turn = new SimpleObjectProperty<>(new Turn(0, false));
    /** Where the run has ended, or holds; empty while it trains. */
    private final ObservableValue<Optional<Position>> rest;

    private final Button back = Controls.button(
            "stateMapBack", "stateMap.back", () -> turn.set(new Turn(turn.get().count() + 1, true)), "small");

    private final HBox layers = Form.row(Pos.CENTER_LEFT, form.name("layer"), layer);
    private final HeldSymbol held;
    private final Kept<Experiment, TaskAutomaton> automata = new Kept<>(TaskAutomaton::new);
    /** What is shown; only the thread that answers uses it. */
    private Optional<Mapped> mapped = Optional.empty();

    private final Probe<Ask> probe;

    /**
     * The axes that were asked for last.
     *
     * @param count  how often others were asked for until now
     * @param isBack whether it is those from before the run ended or held
     */
    private record Turn(int count, boolean isBack) {}

    /**
     * What is asked.
     *
     * @param trains   whether the run goes on
     * @param rests    whether the run has ended there, or holds
     * @param fork     the steps of the fork that is selected; empty if none is
     * @param found    where a held symbol leaves the state
     */
    private record Ask(
            TracedSnapshot traced,
            boolean trains,
            boolean rests,
            StatePart part,
            MapLook look,
            List<Step> fork,
            Turn turn,
            Optional<HeldSymbol.Found> found) {}

    /** The map that was shown last, and the axes that were asked for. */
    private record Mapped(FollowedMap followed, Turn turn) {}

    public static Place of(PlaceContext in, ObservableValue<RunStatus> run) {
        return new Place(PlaceName.STATE_MAP, PlaceKind.SEE, () -> new StateMapPlace(in, run).probe, PlaceNeed.HEIGHT);
    }

    private StateMapPlace(PlaceContext in, ObservableValue<RunStatus> run) {
        selection = in.selection();
        rest = form.asksAgain(run.map(now -> now.state() == RunState.RUNNING
                ? Optional.empty()
                : now.snapshot().map(Snapshot::position)));
        form.asksAgain(selection.stepProperty());
        form.asksAgain(selection.unitProperty());
        form.asksAgain(selection.forkProperty());
        form.asksAgain(layer.valueProperty());
        form.asksAgain(turn);
        held = new HeldSymbol(in.background());
        form.asksAgain(held.symbolProperty());
        form.asksAgain(held.foundProperty());
        probe = new Probe<>(in, form, this::question, this::answer).closes(held::close);
        Label path = form.words("path");
        path.setMinHeight(Label.USE_PREF_SIZE);
        Label axes = form.words("axes", "muted");
        axes.setMinHeight(Label.USE_PREF_SIZE);
        Node fix = Controls.button(
                "stateMapFix",
                "stateMap.fix",
                () -> turn.set(new Turn(turn.get().count() + 1, false)),
                "small");
        Controls.show(back, false);
        probe.open(Form.bench(
                new VBox(4, grow(probe.drawing()), Form.sentences(axes, path, held.words())),
                Form.row(Pos.CENTER_LEFT, form.name("vectors"), vectors),
                layers,
                Form.row(Pos.CENTER_LEFT, form.name("plane"), plane, fix),
                back,
                Form.row(Pos.CENTER_LEFT, form.name("colour"), colour),
                held));
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        Experiment experiment = snapshot.experiment();
        if (!experiment.hyperparameters().get(Settings.CELL).isRecurrent()) {
            return Asked.instead(Message.text("stateMap.dense"));
        }
        offer(experiment);
        StatePart part = new StatePart(vectors.value(), layer.value()).within(experiment.layout());
        MapLook look = new MapLook(
                plane.value(),
                colour.value(),
                Optional.ofNullable(selection.stepProperty().get()),
                selection.unitProperty().get(),
                List.of());
        held.show(traced);
        return Asked.of(new Ask(
                traced,
                rest.getValue().isEmpty(),
                rest.getValue().filter(snapshot.position()::equals).isPresent(),
                part,
                look,
                selection.forkProperty().get(),
                turn.get(),
                held.foundProperty().get().filter(found -> found.isOf(experiment))));
    }

    private Shown answer(Ask ask) {
        Mapped now = mapped(ask, ask.traced().network());
        mapped = Optional.of(now);
        StateMap map = now.followed().map();
        String path = path(ask, ask.traced().network());
        StateMapDrawing drawing = new StateMapDrawing(
                map,
                ask.look().colour() == DotColour.STATE
                        ? ask.look()
                                .with(StateMapView.states(
                                        automata.of(map.visited().experiment()), map.visited()))
                        : ask.look(),
                ask.found()
                        .map(found -> FixedPointMarks.of(found.points(), map))
                        .orElse(List.of()));
        String axes = StateMapView.axes(now.followed())
                + (drawing.beyond() == 0 ? "" : " " + Message.text("heldSymbol.beyond", drawing.beyond()));
        String points = ask.found().map(found -> " " + found.words()).orElse("");
        return new Shown(
                        drawing,
                        Message.text(
                                "stateMap.picture.title",
                                ask.traced().snapshot().position().epoch()),
                        axes + " " + path + points)
                .says("axes", axes)
                .says("path", path)
                .then(() -> showBack(now.followed().before()))
                .picks(spot -> {
                    List<StateDot> dots = map.visited().dots();
                    if (spot.column() < dots.size() && !map.visited().areTests()) {
                        selection.stepProperty().set(dots.get(spot.column()).step());
                    }
                });
    }

    private void showBack(Optional<FollowedMap> before) {
        before.ifPresent(last -> back.setText(Message.text("stateMap.back", last.epoch())));
        Controls.show(back, before.isPresent());
    }

    /** The map of a network, along the axes of the one before unless it is another task or part, or others are asked for. */
    private Mapped mapped(Ask ask, FedNetwork network) {
        int epoch = ask.traced().snapshot().position().epoch();
        Optional<FollowedMap> last = mapped.map(Mapped::followed).filter(known -> {
            VisitedStates visited = known.map().visited();
            return visited.experiment() == network.experiment()
                    && visited.part().equals(ask.part());
        });
        if (last.isEmpty()) {
            VisitedStates visited = VisitedStates.of(network.evaluator(), ask.part());
            return new Mapped(FollowedMap.of(visited, network, epoch), ask.turn());
        }
        FollowedMap known = last.get();
        if (mapped.filter(shown -> shown.turn().equals(ask.turn())).isPresent()) {
            return new Mapped(
                    ask.trains() ? known.whileTrained(network, epoch) : known.at(network, epoch, ask.rests()),
                    ask.turn());
        }
        return new Mapped(
                ask.turn().isBack()
                        ? known.back(network)
                        : FollowedMap.of(known.map().visited(), network, epoch),
                ask.turn());
    }

    private void offer(Experiment experiment) {
        ParameterLayout layout = experiment.layout();
        colour.offer(StateMapView.colours(experiment));
        vectors.offer(Vectors.of(layout.cell()));
        layer.offer(IntStream.rangeClosed(0, layout.layers()).boxed().toList());
        Controls.show(layers, layout.layers() > 1);
    }

    /** What becomes of the two paths to the fork that is selected, or to the worst one. */
    private static String path(Ask ask, FedNetwork network) {
        ForkFindings findings = network.findings();
        int fork = findings.worstFirst(ask.fork().isEmpty() ? 0 : ForkList.SHOWN).stream()
                .filter(each ->
                        network.memory().steps(each, ForkAnswers.MOST_STEPS).equals(ask.fork()))
                .findFirst()
                .orElseGet(findings::worstFork);
        return PathSeparation.words(network, fork);
    }
}
