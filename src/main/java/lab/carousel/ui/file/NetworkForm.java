package lab.carousel.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.Pasting;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;
import lab.carousel.ui.controls.DropDown;

/** Where is typed what a network learned that tells only its weights. */
final class NetworkForm extends ExperimentForm {

    private static final int ROWS = 6;

    private final ReadNetwork network;
    private final TextField symbols = new TextField();
    private final TextArea sequences = new TextArea();
    private final DropDown<Output> output = new DropDown<>();

    /**
     * A form for a network.
     *
     * @param now a task that it may have learned
     */
    NetworkForm(ReadNetwork network, Optional<Task> now) {
        super("networkProblem");
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
        size(sequences, ROWS);
        output.getItems().setAll(Output.values());
        output.setConverter(new ChoiceWords<>(each -> Message.text("ui.network.output." + each.name())));
        output.setValue(network.output().orElse(Output.SIGMOID));
        getChildren().addAll(found, label("symbols", symbols), symbols, label("sequences", sequences), sequences);
        if (network.output().isEmpty()) {
            getChildren().addAll(label("output", output), output);
        }
        getChildren().add(problem());
        propose(now, layout.symbols());
        checkWith(symbols.textProperty(), sequences.textProperty(), output.valueProperty());
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

    @Override
    Optional<Experiment> typed() {
        Alphabet alphabet = new Alphabet(Sequence.symbolsIn(symbols.getText()));
        List<Sequence> typed = Pasting.sequencesIn(sequences.getText()).stream()
                .map(line -> new Sequence(line.symbols()))
                .toList();
        return Optional.of(network.experiment(new Task(alphabet, typed), output.getValue()));
    }
}
