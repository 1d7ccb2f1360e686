package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.lesson.answers.TrainedNetwork;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.map.MapLook;
import lab.carousel.picture.map.StateMapDrawing;
import lab.carousel.picture.probe.AfterForkDrawing;
import lab.carousel.picture.state.StateDrawing;
import lab.carousel.picture.state.StateRows;
import lab.carousel.study.AfterFork;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import org.jspecify.annotations.Nullable;

/** The network of a student, trained anew from its seed, beside the one on the wall; nobody learns whose it is. */
final class StudentNetwork extends VBox implements AutoCloseable {

    /** In what both are seen. */
    enum View {
        HEATMAP("palette.heatmap") {
            @Override
            Optional<Drawing> of(TrainedNetwork network) {
                Traces traces = Traces.of(network.experiment(), network.parameters(), ColumnWindow.START);
                StateRows rows =
                        StateRows.ofHiddenState(traces, network.experiment().task());
                return Optional.of(new StateDrawing(rows, 0, 0, 0));
            }
        },
        STATE_MAP("stateMap.menu") {
            @Override
            Optional<Drawing> of(TrainedNetwork network) {
                if (!network.experiment().hyperparameters().get(Settings.CELL).isRecurrent()) {
                    return Optional.empty();
                }
                FedNetwork fed = FedNetwork.of(network.experiment(), network.parameters());
                VisitedStates visited = VisitedStates.of(
                        fed.evaluator(), StatePart.whole(network.experiment().layout()));
                return Optional.of(new StateMapDrawing(StateMap.of(visited, fed), MapLook.FIRST, List.of()));
            }
        },
        AFTER_FORK("afterFork.menu") {
            @Override
            Optional<Drawing> of(TrainedNetwork network) {
                AfterFork after = AfterFork.of(FedNetwork.of(network.experiment(), network.parameters()));
                return Optional.of(
                        new AfterForkDrawing(after, network.experiment().task().alphabet()));
            }
        };

        /** Key of its name. */
        final String name;

        View(String name) {
            this.name = name;
        }

        /** Empty for a network that has no such view. */
        abstract Optional<Drawing> of(TrainedNetwork network);
    }

    /** The run is empty where it is the one on the wall. */
    private record Ask(View view, Optional<PooledRun> run, Optional<TrainedNetwork> network) {}

    /** What is drawn, and what stands above it. */
    private record Seen(
            Optional<PooledRun> run, Optional<TrainedNetwork> network, Optional<Drawing> drawing, String words) {}

    private final Side own;
    private final Side theirs;

    StudentNetwork(Background background) {
        super(4);
        own = new Side(background, "classOwnNetwork");
        theirs = new Side(background, "classNetwork");
        // Pictures that are compared begin at the same height, however long their words are
        getChildren().addAll(halves(own.words, theirs.words), grow(halves(own.drawing, theirs.drawing)));
    }

    private static HBox halves(Region left, Region right) {
        HBox row = styled(new HBox(left, right), "class-networks");
        for (Region half : List.of(left, right)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(0);
            half.setMaxWidth(Double.MAX_VALUE);
        }
        return row;
    }

    /** @param wall the network on the wall; empty if there is none */
    void show(View view, Optional<TrainedNetwork> wall, PooledRun run, Palette palette) {
        own.show(new Ask(view, Optional.empty(), wall), palette);
        theirs.show(new Ask(view, Optional.of(run), Optional.empty()), palette);
    }

    @Override
    public void close() {
        own.close();
        theirs.close();
    }

    /** One of both. */
    static final class Side implements AutoCloseable {

        private final Label words;
        private final DrawingView drawing;
        private final ConflatingWorker<Ask, Seen> worker;
        private @Nullable Ask asked;
        /** What was trained last, so that another view of it is there at once; used in the background. */
        private Optional<Seen> trained = Optional.empty();

        Side(Background background, String id) {
            words = named(new WholeLabel(), id + "Words", "class-picture-title");
            drawing = new DrawingView(background, id);
            drawing.setMinSize(0, 0);
            worker = new ConflatingWorker<>(background, id, this::see, this::show);
        }

        void show(Ask ask, Palette palette) {
            drawing.setPalette(palette);
            if (!ask.equals(asked)) {
                asked = ask;
                ask.run().ifPresent(run -> words.setText(Message.text("class.network.training", run.seed())));
                worker.ask(ask);
            }
        }

        private Seen see(Ask ask) {
            Optional<TrainedNetwork> network =
                    ask.run().isEmpty() ? ask.network() : trained(ask.run().get());
            String whose = ask.run()
                    .map(run -> Message.text("class.network.seed", run.seed()))
                    .orElseGet(() -> Message.text("class.network.wall"));
            String words = network.map(it -> Message.text(
                            "class.network.words",
                            whose,
                            it.epoch(),
                            it.evaluation().right(),
                            it.evaluation().steps(),
                            VerdictWords.of(it.evaluation()).headline()))
                    .orElseGet(() ->
                            Message.text(ask.run().isEmpty() ? "class.network.none" : "class.network.long", whose));
            Seen seen = new Seen(ask.run(), network, network.flatMap(ask.view()::of), words);
            trained = Optional.of(seen);
            return seen;
        }

        private Optional<TrainedNetwork> trained(PooledRun run) {
            return trained.filter(last -> last.run().equals(Optional.of(run)))
                    .map(Seen::network)
                    .orElseGet(() -> new Recheck(new KernelEngine(), () -> false).network(run.run()));
        }

        private void show(Seen seen) {
            words.setText(seen.words());
            drawing.setAccessibleText(seen.words());
            drawing.show(seen.drawing().orElse(null));
        }

        @Override
        public void close() {
            worker.close();
        }
    }
}
