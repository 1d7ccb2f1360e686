package lab.carousel.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.Pasting;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;

/** Where is typed what a network learned that tells only its weights. Says at once what is wrong with it. */
final class NetworkForm extends VBox {

    private static final double MARGIN = 16;
    private static final int COLUMNS = 48;
    private static final int ROWS = 6;
    /** Two lines: the window keeps the size that it opens with. */
    private static final double PROBLEM_HEIGHT = 36;

    private final ReadNetwork network;
    private final TextField symbols = new TextField();
    private final TextArea sequences = new TextArea();
    private final ComboBox<Output> output = new ComboBox<>();
    private final Label problem = new Label();
    private final ReadOnlyBooleanWrapper invalid = new ReadOnlyBooleanWrapper(this, "invalid", true);
    private Optional<Experiment> experiment = Optional.empty();

    /**
     * A form for a network.
     *
     * @param now a task that it may have learned
     */
    NetworkForm(ReadNetwork network, Optional<Task> now) {
        super(8);
        setPadding(new Insets(MARGIN));
        this.network = network;
        ParameterLayout layout = network.parameters().layout();
        Label found = new Label(Message.text(
                "ui.network.found",
                Message.text("ui.network.cell." + layout.cell().name()),
                layout.layers(),
                layout.units(),
                layout.symbols()));
        found.setWrapText(true);
        symbols.setId("networkSymbols");
        sequences.setId("networkSequences");
        output.setId("networkOutput");
        problem.setId("networkProblem");
        sequences.setPrefColumnCount(COLUMNS);
        sequences.setPrefRowCount(ROWS);
        output.getItems().setAll(Output.values());
        output.setConverter(new ChoiceWords<>(each -> Message.text("ui.network.output." + each.name())));
        output.setValue(network.output().orElse(Output.SIGMOID));
        problem.setWrapText(true);
        problem.setMinHeight(PROBLEM_HEIGHT);
        problem.getStyleClass().add("problem");
        getChildren().addAll(found, label("symbols", symbols), symbols, label("sequences", sequences), sequences);
        if (network.output().isEmpty()) {
            getChildren().addAll(label("output", output), output);
        }
        getChildren().add(problem);
        propose(now, layout.symbols());
        symbols.textProperty().addListener((observable, before, typed) -> check());
        sequences.textProperty().addListener((observable, before, typed) -> check());
        output.valueProperty().addListener((observable, before, chosen) -> check());
        check();
    }

    /** What it most likely learned: the task of now, if it has as many symbols. */
    private void propose(Optional<Task> now, int wanted) {
        Optional<Task> likely =
                now.filter(task -> !task.isDrawn() && task.alphabet().size() == wanted);
        symbols.setText(likely.map(task -> String.join(" ", task.alphabet().symbols()))
                .orElseGet(() ->
                        IntStream.range(0, wanted).mapToObj(String::valueOf).collect(Collectors.joining(" "))));
        sequences.setText(likely.map(NetworkForm::text).orElse(""));
    }

    private static String text(Task task) {
        return task.sequences().stream().map(Sequence::text).collect(Collectors.joining("\n"));
    }

    private static Label label(String key, Node field) {
        Label label = new Label(Message.text("ui.network." + key));
        label.setLabelFor(field);
        return label;
    }

    private void check() {
        try {
            Alphabet alphabet = new Alphabet(Sequence.symbolsIn(symbols.getText()));
            List<Sequence> typed = Pasting.sequencesIn(sequences.getText()).stream()
                    .map(line -> new Sequence(line.symbols()))
                    .toList();
            experiment = Optional.of(network.experiment(new Task(alphabet, typed), output.getValue()));
            problem.setText("");
        } catch (InvalidInput wrong) {
            experiment = Optional.empty();
            problem.setText(wrong.getMessage());
        }
        invalid.set(experiment.isEmpty());
    }

    /** Whether what is typed cannot be the network's. */
    ReadOnlyBooleanProperty invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** What is typed; empty while it cannot be the network's. */
    Optional<Experiment> experiment() {
        return experiment;
    }
}
