package lab.carousel.picture.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Point;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class AutomatonDrawingTest {

    /** A task with its automaton, and that of a network that always gives the same answer. */
    private static AutomatonDrawing of(Task task) {
        Experiment experiment = new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL);
        TaskAutomaton asked = new TaskAutomaton(experiment);
        NetworkTeacher teacher =
                new NetworkTeacher(experiment, Parameters.written(experiment.layout(), values -> {}), Operation.NONE);
        NetworkAutomaton network = NetworkAutomaton.of(asked, teacher, AskedWords.TASK, SearchLimits.USUAL);
        return AutomatonDrawing.of(asked, network, 7, task.alphabet());
    }

    @Test
    void statesStandInColumnsByTheirDistanceFromTheStart() {
        AutomatonDrawing drawing = of(Task.reference());
        Box room = new Box(0, 0, 500, 224);
        List<Point> places = AutomatonLayout.of(drawing.sides().get(0), room).places();

        assertThat(places)
                .extracting(Point::x)
                .containsExactly(50.0, 150.0, 150.0, 250.0, 250.0, 350.0, 350.0, 450.0, 450.0);
        // The paths of 3 and of 4 do not cross
        assertThat(places)
                .extracting(Point::y)
                .containsExactly(124.0, 74.0, 174.0, 74.0, 174.0, 74.0, 174.0, 74.0, 174.0);
        assertThat(drawing.sides().get(1).automaton().size()).isEqualTo(5);
        assertThat(drawing.sides().get(1).marked()).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void everyStateIsFoundWhereItStandsAndInsideItsRoom() {
        SplittableRandom random = new SplittableRandom(3);
        for (int index = 0; index < Sample.tenth(20); index++) {
            AutomatonDrawing drawing = of(random(random));
            double width = 200 + random.nextInt(400);
            double height = 200 + random.nextInt(300);
            List<Mark> marks = drawing.marks(width, height);
            Set<Hit> found = new java.util.HashSet<>();
            for (double x = 0; x < width; x += 3) {
                for (double y = 0; y < height; y += 3) {
                    Hit.at(marks, x, y).ifPresent(found::add);
                }
            }
            int states = drawing.sides().stream()
                    .mapToInt(side -> side.automaton().size())
                    .filter(size -> size <= AutomatonDrawing.MOST_STATES)
                    .sum();
            assertThat(found).hasSize(states);
        }
    }

    private static Task random(SplittableRandom random) {
        String[] sequences = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(s -> "a b c ".substring(0, 2 * (1 + random.nextInt(3)))
                        + "c b a b".substring(0, 1 + 2 * random.nextInt(4)))
                .toArray(String[]::new);
        return Task.parse("a b c", sequences);
    }

    @Test
    void tellsAndWritesWhatIsShown() {
        AutomatonDrawing drawing = of(Task.reference());
        Point last = AutomatonLayout.of(drawing.sides().get(0), new Box(0, 0, 400, 200))
                .places()
                .get(7);

        assertThat(drawing.at(last.x(), last.y(), 400, 400))
                .contains(new Hit(0, 7, "State 8, after 3 0 1 2: answers 3"));
        assertThat(drawing.csv())
                .startsWith("automaton,state,answer,joined,after,on 0,on 1,on 2,on 3,on 4\n")
                .contains("\ntask,8,3,false,3 0 1 2,,,,,\n")
                .contains("\nnetwork,5,0,true,3 0 1 2 and 1 more,,,,,\n");
        String svg = new String(
                PictureExport.svg(DrawnPicture.slide("", "", drawing, Palette.LIGHT)),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(svg).contains("The task: 9 states", "The network: 5 states, epoch 7", ">3, 4<");
    }

    @Test
    void moreStatesThanCanBeReadAreSaidInstead() {
        String longOne = "a " + "b a ".repeat(35);
        AutomatonDrawing drawing = of(Task.parse("a b", longOne.strip()));

        assertThat(drawing.sides().get(0).automaton().size()).isEqualTo(71);
        String svg = new String(
                PictureExport.svg(DrawnPicture.slide("", "", drawing, Palette.LIGHT)),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(svg).contains("More than 60 states are not drawn");
        assertThat(drawing.at(480, 100, 960, 400)).isEmpty();
        assertThat(drawing.csv().lines().filter(line -> line.startsWith("task,")))
                .hasSize(71);
    }

    /** Quotes in symbols, the empty set, and a mark. */
    @Test
    void graphvizGetsEverySymbolQuoted() {
        Alphabet alphabet = new Alphabet(List.of("\"", "\\"));
        Experiment experiment = new Experiment(
                Task.parse("\" \\", "\" \\ \"").withSets(true), Hyperparameters.reference(), EngineName.KERNEL);
        TaskAutomaton task = new TaskAutomaton(experiment);
        NetworkTeacher teacher =
                new NetworkTeacher(experiment, Parameters.written(experiment.layout(), values -> {}), Operation.NONE);
        Automaton network = NetworkAutomaton.of(task, teacher, AskedWords.TASK, SearchLimits.USUAL)
                .automaton();

        assertThat(task.automaton().dot(alphabet, state -> state == 1))
                .isEqualTo(
                        """
                        digraph automaton {
                          rankdir=LR;
                          node [shape=circle];
                          start [shape=point];
                          start -> 0;
                          0 [label=""];
                          1 [label="\\\\", peripheries=2];
                          2 [label="\\""];
                          0 -> 1 [label="\\""];
                          1 -> 2 [label="\\\\"];
                        }
                        """);
        assertThat(network.dot(alphabet, state -> false)).contains("label=\"∅\"");
    }
}
