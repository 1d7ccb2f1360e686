package lab.carousel.ui.lesson;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;
import lab.carousel.ui.markdown.Links;

/** What a lesson does with the window. */
public interface LessonStage {

    /** What is going on. */
    Situation situation();

    /** Puts an experiment into the editors, at the start of its run. */
    void show(Experiment experiment);

    /** From now on trains so fast, until the lesson ends. */
    void setPace(Pace pace);

    /** Shows a place of the microscope. */
    void showPlace(String key);

    /**
     * Puts a lesson in the place of the editors, and under it those that a step asks for.
     *
     * @param card    the lesson
     * @param editors the task, all hyperparameters, or the names of single ones
     */
    void enter(Region card, List<String> editors);

    /** Makes everything as it was before the lesson. */
    void leave();

    /** The node of an id; null if there is none. */
    Node find(String id);

    /** Saves the answers of a lesson where the user wants them. */
    void saveAnswers(LessonProgress progress);

    /** Where the links in the texts of lessons lead. */
    Links links();

    /** Tells something. */
    void say(String words);

    /** Tells that something in a lesson cannot be used. */
    void tell(String problem);
}
