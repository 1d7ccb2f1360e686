package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

class MainWindowAutomatonTest extends MainWindowFixture {

    private static List<Integer> sizes() {
        AutomatonDrawing drawing = drawing("automatonDrawing");
        return drawing.sides().stream().map(side -> side.automaton().size()).toList();
    }

    @Test
    void aLesionMergesStatesAndTheListLeadsToWhatIsJoined() {
        train(preset("gradientThroughTime"));
        showPlace("automaton");
        awaitText("automatonAnswer", "The network keeps apart all beginnings that the task keeps apart.");
        assertThat(sizes()).containsExactly(9, 9);
        assertThat(text("automatonLimits")).startsWith("True only of the ");

        type("automatonUnitsField", "1-9");
        awaitText("automatonAnswer", "The network joins 4 pairs of beginnings that the task keeps apart.");
        assertThat(sizes()).containsExactly(9, 5);
        ListView<?> joined = (ListView<?>) find("automatonJoined");
        assertThat(joined.getItems()).hasSize(4);
        focus("automatonJoined");
        robot.interact(() -> joined.getSelectionModel().select(3));
        Experiment experiment = network().experiment();
        robot.type(KeyCode.ENTER);
        assertThat(workspace.selection().stepProperty().get())
                .isEqualTo(experiment.task().step(0, 4));
        robot.type(KeyCode.ENTER);
        assertThat(workspace.selection().stepProperty().get())
                .isEqualTo(experiment.task().step(1, 4));

        assertThat(export("microscope-csv", "automaton.csv"))
                .content()
                .startsWith(
                        "automaton,state,answer,joined,after,on 0,on 1,on 2,on 3,on 4\ntask,1,,false,nothing,,,,2,3\n")
                .contains("\nnetwork,2,0,true,3 and 1 more,3,,,,\n");
        assertThat(export("microscope-svg", "automaton.svg")).content().contains("The network: 5 states, epoch 500");
        fire("automatonDot");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("digraph automaton {")
                .contains("0 -> 1 [label=\"3, 4\"];")
                .contains("1 [label=\"0\", peripheries=2];"));
    }

    @Test
    void whatIsNotFinishedIsSaidAndCanGoOnAndBeStopped() {
        open(preset("twoBits"));
        showPlace("automaton");
        awaitStart("automatonAnswer", "The network joins at least ");
        assertThat(text("automatonLimits")).startsWith("Not finished: more than 60 states. ");
        assertThat(((Button) find("automatonStop")).isDisabled()).isTrue();

        Frames.letGoOn();
        fire("automatonSearch");
        assertThat(((Button) find("automatonSearch")).isDisabled()).isTrue();
        assertThat(text("automatonProgress")).isEqualTo("Searching, at most 10 s …");
        fire("automatonStop");
        await(() -> text("automatonProgress").isEmpty());
        assertThat(((Button) find("automatonStop")).isDisabled()).isTrue();
        Frames.rest();
        trainEpoch();
        assertThat(text("automatonLimits")).startsWith("Too slow to search at every epoch: this is epoch 0.");
    }

    @Test
    void allWordsAreAskedWhereTheyAreChosenAndDrawnTasksHaveNoAutomaton() {
        open(Experiment.reference());
        showPlace("automaton");
        fire("automatonWords-ALL");
        Experiment reference = Experiment.reference();
        TaskAutomaton task = new TaskAutomaton(reference);
        NetworkTeacher teacher = new NetworkTeacher(reference, InitialParameters.of(reference), Operation.NONE);
        NetworkAutomaton all = NetworkAutomaton.of(task, teacher, AskedWords.ALL, SearchLimits.USUAL);
        await(() -> sizes().equals(List.of(9, all.automaton().size())));
        assertThat(text("automatonLimits"))
                .startsWith("Not finished: more than 60 states. Last word answered otherwise: ");

        // It stays chosen also where an automaton is not finished
        assertThat(((ToggleButton) find("automatonWords-ALL")).isSelected()).isTrue();
        assertThat(sizes()).containsExactly(9, all.automaton().size());

        open(preset("paper2a"));
        assertThat(text("automatonEmpty")).startsWith("This task draws new sequences every time");
    }
}
