package lab.carousel.ui.automaton;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.study.Lesion;
import lab.carousel.study.UnitChoice;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.JoinedPrefixes;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchEnd;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.UnitChooser;
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
import org.jspecify.annotations.Nullable;

/**
 * The automaton that the task asks for, and the one that the network has become. A search that is quick follows the network that is
 * looked at; one that is not goes on only when it is asked for, and what it finds is shown with its epoch.
 */
public final class AutomatonPlace {

    /** A search that is quick feeds at most so many symbols, and takes at most so many seconds; the first one loads classes. */
    private static final int QUICK = 100_000;

    private static final double QUICK_SECONDS = 3;
    /** Then pairs are compared for at most so long. */
    private static final double QUICK_PAIRS = 0.5;

    private static final double LIST = 60;

    private final Selection selection;
    private final Form form = new Form(PlaceName.AUTOMATON);
    private final ChoiceButtons<AskedWords> words = form.choice("words", AskedWords.TASK, AskedWords.values());
    private final UnitChooser silenced;
    private final Button search = Controls.button("automatonSearch", "automaton.search", this::search, "small");
    private final Button stop = Controls.button("automatonStop", "automaton.stop", this::stop, "small");
    private final Label progress = Controls.words("automatonProgress", "muted");
    private final ListView<Pair> joined = named(new ListView<>(), "automatonJoined", "lesion-list");
    private final Kept<Experiment, TaskAutomaton> tasks = new Kept<>(TaskAutomaton::new);
    /** What a search found that was not quick. */
    private final ObjectProperty<Optional<Found>> found = new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<ShownAutomaton> told;
    private final ConflatingWorker<Search, Found> searcher;
    private final Probe<Ask> probe;
    private @Nullable Ask asked;
    private @Nullable Search searching;

    /** What is asked of a network, at whatever epoch. */
    private record Subject(Experiment experiment, AskedWords words, Set<Integer> silenced) {}

    private record Ask(Subject subject, Snapshot snapshot, Optional<Found> before) {}

    private record Search(Ask ask, AtomicBoolean stopped) {}

    private record Found(Ask ask, TaskAutomaton task, NetworkAutomaton network, JoinedPrefixes joined) {

        boolean isUnfinished() {
            return network.end() == SearchEnd.TIME || network.end() == SearchEnd.STOPPED || !joined.complete();
        }

        /** Whether it answers a question, too: it is not asked anew for every network. */
        boolean answers(Ask now) {
            return ask.subject.equals(now.subject);
        }
    }

    private record Pair(String words, String spoken, List<Step> steps) {

        static Pair of(JoinedPrefixes.Pair pair, TaskAutomaton task, Alphabet alphabet) {
            String one = task.words(pair.one(), alphabet);
            String other = task.words(pair.other(), alphabet);
            return new Pair(
                    Message.text("automaton.pair", one, other),
                    Message.text("automaton.pair.spoken", one, other),
                    Stream.of(pair.one(), pair.other())
                            .flatMap(prefix -> task.step(prefix).stream())
                            .toList());
        }
    }

    /** @param told what is shown, for others; {@link ShownAutomaton#NONE} to begin anew */
    public static Place of(PlaceContext in, ObjectProperty<ShownAutomaton> told) {
        return new Place(
                PlaceName.AUTOMATON, PlaceKind.SEE, () -> new AutomatonPlace(in, told).probe, PlaceNeed.HEIGHT);
    }

    private AutomatonPlace(PlaceContext in, ObjectProperty<ShownAutomaton> told) {
        this.told = told;
        selection = in.selection();
        silenced = new UnitChooser("automatonUnits", UnitChoice.NONE, selection);
        form.asksAgain(silenced.choiceProperty());
        form.asksAgain(found);
        joined.setPrefHeight(LIST);
        joined.setMinHeight(LIST);
        joined.setPlaceholder(styled(new Label(Message.text("automaton.joined.none")), "muted"));
        joined.setAccessibleText(Message.text("automaton.joined.list"));
        joined.setAccessibleHelp(Message.text("automaton.joined.list.tip"));
        joined.setCellFactory(view -> new PairCell());
        joined.setOnMouseClicked(event -> lookAt(joined.getSelectionModel().getSelectedItem()));
        joined.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                lookAt(joined.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        searcher = new ConflatingWorker<>(in.background(), "automaton search", this::searched, this::take);
        probe = new Probe<>(in, form, this::question, this::answer);
        probe.colours(silenced::setPalette).closes(this::stop).closes(searcher::close);
        // So that it keeps the button apart from the units, also without words
        progress.setMaxWidth(Double.MAX_VALUE);
        Button dot = Controls.button("automatonDot", "automaton.dot", this::copyDot, "small");
        probe.open(Form.bench(
                probe.drawing(),
                Form.row(Pos.CENTER_LEFT, form.name("words"), words, search, stop),
                Form.row(Pos.CENTER_LEFT, form.name("silenced"), Controls.grow(progress), dot),
                silenced,
                joined,
                // Of any height: nothing below them moves
                form.words("answer", "probe-answer"),
                form.words("limits")));
        Probe.update(probe.view(), this::beginAnew, told);
        showButtons();
    }

    private void beginAnew() {
        if (told.get().equals(ShownAutomaton.NONE)) {
            words.choose(AskedWords.TASK);
            silenced.choiceProperty().set(UnitChoice.NONE);
        }
    }

    private static final class PairCell extends ListCell<Pair> {

        @Override
        protected void updateItem(@Nullable Pair pair, boolean empty) {
            super.updateItem(pair, empty);
            setText(pair == null || empty ? "" : pair.words);
            setAccessibleText(pair == null || empty ? null : pair.spoken);
        }
    }

    /** Selects the first of a pair, or the second if the first is selected. */
    private void lookAt(@Nullable Pair pair) {
        if (pair != null) {
            Step now = selection.stepProperty().get();
            boolean isFirst = pair.steps.get(0).equals(now);
            selection.stepProperty().set(pair.steps.get(isFirst ? pair.steps.size() - 1 : 0));
        }
    }

    private Asked<Ask> question(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        silenced.show(snapshot.parameters().layout());
        Optional<Message> obstacle = TaskAutomaton.obstacle(snapshot.experiment());
        if (obstacle.isPresent()) {
            return Asked.instead(obstacle.get().text());
        }
        Subject subject = new Subject(
                snapshot.experiment(),
                words.value(),
                silenced.choiceProperty().get().in(snapshot.parameters().layout()));
        asked = new Ask(subject, snapshot, found.get());
        showButtons();
        return Asked.of(asked);
    }

    private Found find(Ask ask, SearchLimits limits, SearchLimits pairLimits) {
        Experiment experiment = ask.snapshot.experiment();
        Parameters parameters = ask.snapshot.parameters();
        Lesion lesion = Lesion.silence(ask.subject.silenced, Quantity.HIDDEN_STATE);
        TaskAutomaton task = tasks.of(experiment);
        NetworkTeacher teacher =
                new NetworkTeacher(experiment, parameters, Lesion.operation(List.of(lesion), parameters.layout()));
        NetworkAutomaton network = NetworkAutomaton.of(task, teacher, ask.subject.words, limits);
        return new Found(ask, task, network, JoinedPrefixes.of(task, teacher, pairLimits));
    }

    private Found quick(Ask ask) {
        int[] fed = {0};
        int most = SearchLimits.USUAL.states();
        return find(
                ask,
                new SearchLimits(most, QUICK_SECONDS, () -> fed[0]++ > QUICK),
                new SearchLimits(most, QUICK_PAIRS, () -> false));
    }

    private Shown answer(Ask ask) {
        Found shown = ask.before.filter(before -> before.answers(ask)).orElseGet(() -> quick(ask));
        int epoch = shown.ask.snapshot.position().epoch();
        Alphabet alphabet = ask.snapshot.experiment().task().alphabet();
        String sentence = shown.joined.words();
        return new Shown(
                        AutomatonDrawing.of(shown.task, shown.network, epoch, alphabet),
                        Message.text("automaton.picture", epoch),
                        sentence)
                .says("answer", sentence)
                .says("limits", limits(shown, ask, alphabet))
                .picks(spot -> pick(shown, spot))
                .then(() -> show(shown, alphabet));
    }

    /** Of which words it is true, why it is not finished, and of which epoch it is. */
    private static String limits(Found shown, Ask ask, Alphabet alphabet) {
        List<String> said = new ArrayList<>();
        if (!shown.ask.snapshot.parameters().equals(ask.snapshot.parameters())) {
            said.add(Message.text("automaton.old", shown.ask.snapshot.position().epoch()));
        }
        said.add(shown.network.words(alphabet));
        shown.network.behind().forEach(symbol -> said.add(Message.text("automaton.behind", alphabet.symbol(symbol))));
        if (shown.task.isMixed()) {
            said.add(Message.text("automaton.mixed"));
        }
        return String.join(" ", said);
    }

    private void show(Found shown, Alphabet alphabet) {
        if (shown.isUnfinished() && !found.get().equals(Optional.of(shown))) {
            found.set(Optional.of(shown));
        }
        boolean isFound = shown.network.end() == SearchEnd.ALIKE && shown.ask.subject.words == AskedWords.TASK;
        told.set(new ShownAutomaton(
                Optional.of(shown.ask.snapshot.parameters()),
                !shown.ask.subject.silenced.isEmpty(),
                isFound ? shown.network.automaton().size() : 0));
        joined.getItems()
                .setAll(shown.joined.pairs().stream()
                        .map(pair -> Pair.of(pair, shown.task, alphabet))
                        .toList());
        showButtons();
    }

    /** A state leads to the first step after which the task is in it. */
    private void pick(Found shown, Hit spot) {
        var automaton = spot.row() == 0 ? shown.task.automaton() : shown.network.automaton();
        automaton.states().get(spot.column()).prefixes().stream()
                .flatMap(prefix -> shown.task.step(prefix).stream())
                .findFirst()
                .ifPresent(selection.stepProperty()::set);
    }

    private void search() {
        if (asked != null) {
            stop();
            searching = new Search(new Ask(asked.subject, asked.snapshot, Optional.empty()), new AtomicBoolean());
            progress.setText(Message.text("automaton.searching", SearchLimits.USUAL.seconds()));
            searcher.ask(searching);
            showButtons();
        }
    }

    private Found searched(Search now) {
        SearchLimits limits = SearchLimits.USUAL.stoppedBy(now.stopped::get);
        return find(now.ask, limits, limits);
    }

    private void take(Found end) {
        searching = null;
        progress.setText("");
        found.set(Optional.of(end));
        showButtons();
    }

    private void stop() {
        if (searching != null) {
            searching.stopped.set(true);
        }
    }

    private void copyDot() {
        probe.shown().ifPresent(shown -> Controls.copy(((AutomatonDrawing) shown.drawing()).dot()));
    }

    /** What was found can be looked for longer, or in another network. */
    private void showButtons() {
        Ask now = asked;
        boolean isSlow =
                now != null && found.get().filter(last -> last.answers(now)).isPresent();
        search.setDisable(searching != null || !isSlow);
        stop.setDisable(searching == null);
    }
}
