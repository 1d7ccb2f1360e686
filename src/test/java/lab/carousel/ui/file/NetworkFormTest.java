package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.network.Subject;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class NetworkFormTest {

    private static final Experiment OF_1997 =
            Experiment.reference().with(all -> all.with(Settings.CELL, Cell.LSTM1997));

    private final ReadNetwork network = ReadNetwork.of(InitialParameters.of(OF_1997), Output.SIGMOID);
    private NetworkForm form;
    private NetworkForm prefilled;
    private NetworkForm open;

    @Start
    void start(Stage stage) {
        form = new NetworkForm(FoundNetwork.withoutQuestions(network), Optional.empty());
        prefilled = new NetworkForm(FoundNetwork.withoutQuestions(network), Optional.of(Task.reference()));
        open = new NetworkForm(
                new FoundNetwork(
                        List.of(
                                OpenQuestion.order(List.of("rnn, fc", "fc, rnn")),
                                OpenQuestion.usually(Subject.OUTPUT, "sigmoid", "softmax")),
                        answers -> ReadNetwork.of(
                                network.parameters(),
                                answers.containsValue("softmax") ? Output.SOFTMAX : Output.SIGMOID)),
                Optional.of(Task.reference()));
        stage.setScene(new Scene(form, 600, 400));
        stage.show();
    }

    private void type(FxRobot robot, String field, String text) {
        robot.interact(() -> ((TextInputControl) find(field)).setText(text));
    }

    private Node find(String id) {
        return form.lookup("#" + id);
    }

    @Test
    void saysAtOnceWhatIsWrongAndGivesTheExperimentOnceItIsRight(FxRobot robot) {
        assertThat(form.experiment()).isEmpty();
        assertThat(((TextInputControl) find("networkSymbols")).getText()).isEqualTo("0 1 2 3 4");
        assertThat(((Label) find("networkFound")).getText()).startsWith("Cell: LSTM of 1997; one layer of 20 units, ");

        type(robot, "networkSequences", "a, b, a\nb; c");
        assertThat(((Label) find("networkProblem")).getText()).isNotEmpty();
        type(robot, "networkSymbols", "a b c");
        assertThat(((Label) find("networkProblem")).getText()).contains("5 inputs and 5 outputs", "3 symbols");
        assertThat(form.invalidProperty().get()).isTrue();
        type(robot, "networkSymbols", "a b c d e");

        assertThat(form.invalidProperty().get()).isFalse();
        Experiment experiment = form.experiment().orElseThrow();
        assertThat(experiment.task().sequences()).hasSize(2);
        assertThat(experiment.layout()).isEqualTo(network.parameters().layout());
        assertThat(experiment.hyperparameters().get(Settings.OUTPUT)).isEqualTo(Output.SIGMOID);
    }

    @Test
    void beginsWithTheTaskThereIsWhereThatFits() {
        assertThat(prefilled.experiment()).contains(OF_1997);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatTheFileDoesNotSayIsThereAndMustBeChosenWhereSeveralFit(FxRobot robot) {
        DropDown<String> order = (DropDown<String>) open.lookup("#network-order");
        DropDown<String> output = (DropDown<String>) open.lookup("#network-output");
        assertThat(output.getValue()).isEqualTo("sigmoid");
        assertThat(order.getValue()).isNull();
        assertThat(open.invalidProperty().get()).isTrue();
        assertThat(((Label) open.lookup("#networkProblem")).getText())
                .contains("Order of the layers", "several options fit", "rnn, fc | fc, rnn");

        robot.interact(() -> order.setValue("rnn, fc"));
        robot.interact(() -> output.setValue("softmax"));

        assertThat(open.invalidProperty().get()).isFalse();
        assertThat(open.network().orElseThrow().output()).isEqualTo(Output.SOFTMAX);
        assertThat(open.network().orElseThrow().experiment()).isEqualTo(open.experiment());
    }
}
