package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Point;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

class MainWindowAutomatonTest extends MainWindowFixture {

    private static List<Integer> sizes() {
        AutomatonDrawing drawing = drawing("automatonDrawing");
        return drawing.sides().stream().map(side -> side.automaton().size()).toList();
    }

    /** Clicks the middle of a state of one of the automata, the task's or the network's. */
    private void click(Hit state) {
        Bounds place = bounds(find("automatonDrawing"));
        AutomatonDrawing drawing = drawing("automatonDrawing");
        List<Mark> marks = drawing.marks(Math.floor(place.getWidth()), Math.floor(place.getHeight()));
        List<Point> found = new ArrayList<>();
        for (double y = 0; y < place.getHeight(); y += 3) {
            for (double x = 0; x < place.getWidth(); x += 3) {
                if (Hit.at(marks, x, y)
                        .filter(hit -> hit.row() == state.row() && hit.column() == state.column())
                        .isPresent()) {
                    found.add(new Point(x, y));
                }
            }
        }
        Point middle = found.get(found.size() / 2);
        // One may lie above it
        robot.interact(workspace.notices()::close);
        robot.clickOn(place.getMinX() + middle.x(), place.getMinY() + middle.y());
    }

    @Test
    void aClickOnAStateLeadsToWhatIsJoinedInIt() {
        train(Experiment.reference());
        showPlace("automaton");
        awaitText("automatonAnswer", "The network joins 4 pairs of beginnings that the task keeps apart.");
        assertThat(sizes()).containsExactly(9, 5);
        assertThat(text("automatonPairs")).isEqualTo("Joined: 3 = 4; 3 0 = 4 0; 3 0 1 = 4 0 1; 3 0 1 2 = 4 0 1 2.");
        assertThat(text("automatonLimits")).isEqualTo("True only of the 9 words asked.");
        Experiment experiment = network().experiment();
        click(new Hit(1, 4, ""));
        await(() -> experiment
                .task()
                .step(0, 4)
                .equals(workspace.selection().stepProperty().get()));
        await(() -> MainWindowAutomatonTest.<AutomatonDrawing>drawing("automatonDrawing")
                        .here()
                > 0);
        click(new Hit(1, 4, ""));
        await(() -> experiment
                .task()
                .step(1, 4)
                .equals(workspace.selection().stepProperty().get()));

        assertThat(export("microscope-csv", "automaton.csv"))
                .content()
                .startsWith(
                        "automaton,state,answer,joined,after,on 0,on 1,on 2,on 3,on 4\ntask,1,,false,nothing,,,,2,3\n")
                .contains("\nnetwork,2,0,true,3 and 1 more,3,,,,\n");
        assertThat(export("microscope-svg", "automaton.svg")).content().contains("The network: 5 states, epoch 250");
        fire("automatonDot");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("digraph automaton {")
                .contains("0 -> 1 [label=\"3, 4\"];")
                .contains("1 [label=\"0\", peripheries=2];"));
        type("automatonSilencedField", "1-20");
        await(() -> sizes().get(1) < 9
                && workspace.screen().told().get().facts().containsKey(Situation.LESIONED_AUTOMATON));
    }

    @Test
    void allWordsAreSearchedAgainForEachNetworkUntilItIsStopped() {
        open(Experiment.reference());
        showPlace("automaton");
        fire("automatonWords-ALL");
        awaitText("automatonLimits", "Which automaton the network is on all words is found by a search.");
        assertThat(sizes()).containsExactly(9);
        Experiment reference = Experiment.reference();
        TaskAutomaton task = new TaskAutomaton(reference);
        NetworkTeacher teacher = new NetworkTeacher(reference, InitialParameters.of(reference), Operation.NONE);
        NetworkAutomaton all = NetworkAutomaton.of(task, teacher, AskedWords.ALL, SearchLimits.USUAL);
        fire("automatonSearch");
        await(() -> sizes().equals(List.of(9, all.automaton().size())));
        assertThat(text("automatonLimits"))
                .startsWith("Not finished: more than 60 states. Last word answered otherwise: ");
        await(() -> find("automatonStop").isDisabled());

        trainEpoch();
        await(() -> MainWindowAutomatonTest.<AutomatonDrawing>drawing("automatonDrawing")
                .sides()
                .get(1)
                .title()
                .endsWith("epoch 1"));
        await(() -> find("automatonStop").isDisabled());
        fire("automatonWords-TASK");
        await(() -> sizes().get(1) <= 9);
        assertThat(find("automatonStop").getParent().isVisible()).isFalse();

        open(preset("paper2a"));
        assertThat(text("automatonEmpty")).startsWith("This task draws new sequences every time");
    }

    @Test
    void moreStatesThanCanBeReadAreNotDrawn() {
        open(preset("twoBits"));
        showPlace("automaton");
        awaitStart("automatonAnswer", "The network joins at least ");
        assertThat(text("automatonLimits")).startsWith("True only of the ");
        assertThat(text("automatonPairs")).startsWith("Joined: nothing = ");
    }
}
