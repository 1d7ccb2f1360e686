package lab.carousel.ui.classroom;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.answers.TrainedNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.theme.Look;

/**
 * What it needs of the window.
 *
 * @param shown    what the page of the class shows
 * @param chosen   the step that is selected in the heatmap
 * @param wall     the network on the wall
 * @param onLesson takes the wall to the lesson of a class that goes on
 * @param commands what the buttons of the class do
 */
public record ClassSurroundings(
        Background background,
        Supplier<Experiment> shown,
        Supplier<Optional<SelectedStep>> chosen,
        Supplier<Look> look,
        Supplier<Optional<TrainedNetwork>> wall,
        Consumer<Lesson> onLesson,
        List<Command> commands) {}
