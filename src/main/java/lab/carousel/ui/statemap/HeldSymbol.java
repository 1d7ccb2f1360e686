package lab.carousel.ui.statemap;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.picture.map.FixedPointMarks;
import lab.carousel.study.map.FixedPoints;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.SymbolChoice;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * A choice of a symbol that is held, and the search of the points at which it leaves the state: apart from the map, since it can
 * take seconds. While a run trains they are those of the last network for which there was time.
 */
final class HeldSymbol extends HBox implements AutoCloseable {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What is searched. */
    private record Search(TracedSnapshot traced, int symbol, int stops) {

        Snapshot snapshot() {
            return traced.snapshot();
        }

        boolean isFor(Snapshot other, int held) {
            return symbol == held
                    && snapshot().position().equals(other.position())
                    && snapshot().parameters().equals(other.parameters());
        }
    }

    /** What was found for a network, and how long it took. */
    record Found(Snapshot snapshot, int symbol, FixedPoints points, double seconds) {

        boolean isOf(Experiment experiment) {
            return snapshot.experiment() == experiment;
        }

        String words() {
            String held = names(snapshot.experiment()).get(Math.max(0, symbol));
            return FixedPointMarks.words(points, held, snapshot.position().epoch(), seconds);
        }
    }

    /** What can be held: a symbol, or of numbers 0 at every input. */
    private static List<String> names(Experiment experiment) {
        return experiment.task().isOfNumbers()
                ? List.of("0")
                : experiment.task().alphabet().symbols();
    }

    private final SymbolChoice symbols = Controls.explained(
            Controls.named(new SymbolChoice(Message.text("heldSymbol.none")), "stateMapHeld"), "heldSymbol.choice");
    private final Button stop = Controls.button("stateMapStop", "heldSymbol.stop", this::stop, "small");
    private final Label words = Controls.words("stateMapHeldWords", "muted");
    private final ObjectProperty<Optional<Found>> found = new SimpleObjectProperty<>(Optional.empty());
    private final Background background;
    private final ConflatingWorker<Search, Found> worker;
    private final AtomicInteger stops = new AtomicInteger();
    /** What was asked last; empty if nothing is held. */
    private Optional<Search> asked = Optional.empty();

    HeldSymbol(Background background) {
        this.background = background;
        worker = new ConflatingWorker<>(background, "fixed points", this::search, this::take);
        Controls.styled(this, "probe-row");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Controls.label("heldSymbol.choice");
        name.setLabelFor(symbols);
        getChildren().addAll(name, symbols, stop);
        stop.setDisable(true);
    }

    /** Changes when another symbol is held. */
    ReadOnlyObjectProperty<Optional<String>> symbolProperty() {
        return symbols.chosenProperty();
    }

    /** The points that are shown; none if nothing is held. */
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found;
    }

    /** What is found, or why nothing is. */
    Label words() {
        return words;
    }

    /** Searches the points of a network, if a symbol is held and they are not those that were searched last. */
    void show(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        List<String> names = names(snapshot.experiment());
        symbols.offer(names);
        int chosen = symbols.chosenProperty().get().map(names::indexOf).orElse(-1);
        int symbol = snapshot.experiment().task().isOfNumbers() ? Target.NO_INDEX : chosen;
        Optional<String> obstacle = chosen < 0 ? Optional.of("") : obstacle(snapshot.experiment());
        if (obstacle.isPresent()) {
            asked = Optional.empty();
            worker.forget();
            stop();
            stop.setDisable(true);
            found.set(Optional.empty());
            words.setText(obstacle.get());
        } else if (asked.filter(last -> last.isFor(snapshot, symbol)).isEmpty()) {
            Search next = new Search(traced, symbol, stops.get());
            asked = Optional.of(next);
            stop.setDisable(false);
            if (found.get()
                    .filter(last -> last.symbol() == symbol && last.isOf(snapshot.experiment()))
                    .isEmpty()) {
                found.set(Optional.empty());
                words.setText(Message.text("heldSymbol.searching", names.get(chosen)));
            }
            worker.ask(next);
        }
    }

    private static Optional<String> obstacle(Experiment experiment) {
        ParameterLayout layout = experiment.layout();
        if (experiment.hyperparameters().get(Settings.RESET_POLICY) == ResetPolicy.EVERY_STEP) {
            return Optional.of(Message.text("heldSymbol.reset"));
        }
        return FixedPoints.canBeSearched(layout)
                ? Optional.empty()
                : Optional.of(Message.text(
                        "heldSymbol.tooLarge", StatePart.whole(layout).size(layout), FixedPoints.MOST_NUMBERS));
    }

    private void stop() {
        stops.incrementAndGet();
    }

    private Found search(Search search) {
        long start = background.nanoTime().getAsLong();
        BooleanSupplier goOn =
                () -> search.stops() == stops.get() && background.nanoTime().getAsLong() - start < MOST_NANOS;
        Snapshot snapshot = search.snapshot();
        FedNetwork network = search.traced().network();
        StatePart whole = StatePart.whole(network.parameters().layout());
        double[][] from = VisitedStates.of(network.evaluator(), whole).under(network);
        FixedPoints points = FixedPoints.search(snapshot.parameters(), search.symbol(), from, goOn);
        return new Found(
                snapshot, search.symbol(), points, (background.nanoTime().getAsLong() - start) / 1e9);
    }

    private void take(Found now) {
        if (asked.filter(last -> last.isFor(now.snapshot(), now.symbol())).isPresent()) {
            stop.setDisable(true);
        }
        words.setText(now.words());
        found.set(Optional.of(now));
    }

    @Override
    public void close() {
        stop();
        worker.close();
    }
}
