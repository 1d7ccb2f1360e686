package lab.carousel.ui.lesson;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.PlaceName;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.markdown.Links;

/** What a lesson does with the window. */
public interface LessonStage {

    Situation situation();

    /**
     * Sets up an experiment: puts it into the editors, with no lesions and a run at its start; can be undone.
     *
     * @param isTrained whether the run is trained to its end; one that is stays
     */
    void show(Experiment experiment, boolean isTrained);

    /** Whether a run or unsaved edits would give way to another experiment. */
    boolean hasWork();

    /** From now on trains so fast, until the lesson ends. */
    void setPace(Pace pace);

    void showPlace(String key);

    /** Covers what these places of the microscope show, and no others. */
    void coverPlaces(List<PlaceName> places);

    /**
     * Puts a lesson in the place of the editors, and under it those that a step asks for.
     *
     * @param card    the lesson
     * @param editors the task, all hyperparameters, or the names of single ones
     */
    void enter(Region card, List<String> editors);

    void leave();

    Node find(String id);

    /** Whether to show how a network does as trained and step by step side by side, where that differs. */
    void showComparison(boolean isShown);

    /** Shows what came in from the class, large. */
    void showClassPictures();

    void saveAnswers(LessonProgress progress);

    Links links();

    /** A place for something drawn, in the colours of the window. */
    DrawingView drawing(String id);

    void say(String words);

    /** Tells that something in a lesson cannot be used. */
    void tell(String problem);
}
