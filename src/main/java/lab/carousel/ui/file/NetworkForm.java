package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.network.Subject;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.Alphabet;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.Pasting;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.DropDown;

/**
 * Where it is said what is assumed of a network whose file leaves something open, and can be changed, and where is typed
 * what it learned.
 */
final class NetworkForm extends ExperimentForm {

    private static final int ROWS = 5;
    private static final double GAP = 8;
    private static final double TWO_LINES = 36;

    private final FoundNetwork found;
    private final Optional<Task> now;
    private final Label words = named(new Label(Message.text("ui.network.undecided")), "networkFound");
    private final Map<Subject, DropDown<String>> answers = new EnumMap<>(Subject.class);
    private final TextField symbols = named(new TextField(), "networkSymbols");
    private final TextArea sequences = named(new TextArea(), "networkSequences");
    /** The layout that symbols were proposed for. */
    private Optional<ParameterLayout> proposed = Optional.empty();

    private Optional<ReadNetwork> assembled = Optional.empty();
    private Map<Subject, String> assembledWith = Map.of();
    private Optional<ReadNetwork> network = Optional.empty();

    /**
     * A form for a network.
     *
     * @param now a task that it may have learned
     */
    NetworkForm(FoundNetwork found, Optional<Task> now) {
        super("networkProblem");
        this.found = found;
        this.now = now;
        wrap(words);
        size(sequences, ROWS);
        getChildren().add(words);
        if (!found.questions().isEmpty()) {
            Label open = new Label(Message.text("ui.network.assumed"));
            wrap(open);
            getChildren().addAll(open, questions());
        }
        getChildren().addAll(label("symbols", symbols), symbols, label("sequences", sequences), sequences, problem());
        List<ObservableValue<?>> values = new ArrayList<>(List.of(symbols.textProperty(), sequences.textProperty()));
        answers.values().forEach(answer -> values.add(answer.valueProperty()));
        checkWith(values.toArray(ObservableValue<?>[]::new));
        hint();
    }

    /** Two lines, whatever is said: the window keeps the size that it opens with. */
    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(TWO_LINES);
    }

    private GridPane questions() {
        GridPane grid = new GridPane(GAP, GAP);
        for (OpenQuestion question : found.questions()) {
            DropDown<String> answer = stretch(
                    named(new DropDown<>(), "network-" + question.subject().key()));
            answer.getItems().setAll(question.answers());
            answer.says(OpenQuestion::shown);
            answer.setPromptText(Message.text("ui.network.choose"));
            question.assumed().ifPresent(answer::setValue);
            Label label = new Label(question.subject().words().text());
            label.setLabelFor(answer);
            grid.addRow(answers.size(), label, answer);
            answers.put(question.subject(), answer);
        }
        return grid;
    }

    /** Says what was found, and proposes what it most likely learned: the task of now, if it has as many symbols. */
    private void propose(ParameterLayout layout) {
        proposed = Optional.of(layout);
        words.setText(Message.text(
                "ui.network.found", layout.cell().words(), layout.layers(), layout.units(), layout.symbols()));
        int wanted = layout.symbols();
        Optional<ListedSequences> likely = now.flatMap(task -> task.supply().typed())
                .filter(task -> task.alphabet().size() == wanted);
        symbols.setText(likely.map(task -> String.join(" ", task.alphabet().symbols()))
                .orElseGet(() ->
                        IntStream.range(0, wanted).mapToObj(String::valueOf).collect(Collectors.joining(" "))));
        likely.map(NetworkForm::text).ifPresent(sequences::setText);
    }

    private static String text(ListedSequences task) {
        return task.sequences().stream().map(Sequence::text).collect(Collectors.joining("\n"));
    }

    private static Label label(String key, Node field) {
        Label label = new Label(Message.text("ui.network." + key));
        label.setLabelFor(field);
        return label;
    }

    @Override
    Optional<Experiment> typed() {
        network = Optional.empty();
        Map<Subject, String> chosen = new EnumMap<>(Subject.class);
        answers.forEach((subject, answer) ->
                Optional.ofNullable(answer.getValue()).ifPresent(value -> chosen.put(subject, value)));
        ReadNetwork read = read(chosen);
        if (!proposed.equals(Optional.of(read.parameters().layout()))) {
            propose(read.parameters().layout());
        }
        Alphabet alphabet = new Alphabet(Sequence.symbolsIn(symbols.getText()));
        List<Sequence> typed = Pasting.sequencesIn(sequences.getText()).stream()
                .map(line -> new Sequence(line.symbols()))
                .toList();
        Experiment learned = read.experiment(new Task(alphabet, typed));
        network = Optional.of(read.withExperiment("", learned));
        return Optional.of(learned);
    }

    /** Puts a network together only when something else is chosen: it can be large, and letters are typed quickly. */
    private ReadNetwork read(Map<Subject, String> chosen) {
        if (assembled.isEmpty() || !chosen.equals(assembledWith)) {
            assembled = Optional.of(found.with(chosen));
            assembledWith = chosen;
        }
        return assembled.get();
    }

    /** The network with what is typed; empty while that cannot be taken. */
    Optional<ReadNetwork> network() {
        return network;
    }
}
