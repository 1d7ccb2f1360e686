package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.lesson.CurrentLesson;
import lab.carousel.ui.lesson.LessonPlayer;
import lab.carousel.ui.lesson.LessonStage;
import lab.carousel.ui.markdown.Links;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.project.Document;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.task.TaskEditor;
import lab.carousel.ui.workspace.Workspace;

/** Lessons in the window: they take the place of the editors, and give everything back in the end. */
final class LessonController implements LessonStage {

    private static final double LEAST_HEIGHT = 240;
    /** The height of the card beside editors of the least height; more room is shared. */
    private static final double CARD_HEIGHT = 340;

    private final Workspace workspace;
    private final CurrentLesson current;
    private final Microscope microscope;
    private final TaskEditor task;
    private final HyperparametersPanel hyperparameters;
    private final LessonTargets spots;
    private final LessonPlayer player;
    private final LessonLibrary desk;
    private final VBox column = styled(new VBox(), "lesson-column");
    private List<Region> shown = List.of();

    @SuppressWarnings("NullAway.Init") // moveInto() sets it, before a lesson can begin
    private BorderPane window;

    @SuppressWarnings("NullAway.Init") // as above
    private Panels panels;

    @SuppressWarnings("NullAway.Init") // as above
    private Studies studies;

    LessonController(
            Workspace workspace, Microscope microscope, TaskEditor task, HyperparametersPanel hyperparameters) {
        this.workspace = workspace;
        this.current = workspace.lesson();
        this.player = new LessonPlayer(this, current);
        this.microscope = microscope;
        this.task = task;
        this.hyperparameters = hyperparameters;
        spots = new LessonTargets(Settings.names(), microscope.keys());
        desk = new LessonLibrary(
                workspace, spots, this::start, () -> window.getScene().getWindow());
    }

    LessonLibrary desk() {
        return desk;
    }

    /** Begins a lesson at one of its steps, counted from 1. */
    void start(Lesson lesson, int step) {
        player.start(lesson, step);
    }

    void moveInto(BorderPane house, Panels places, Studies others) {
        studies = others;
        window = house;
        panels = places;
        window.getChildren().add(player.overlay());
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        boolean turns = event.isAltDown() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT);
        if (turns && player.progress().isPresent()) {
            if (event.getCode() == KeyCode.LEFT) {
                player.back();
            } else {
                player.next();
            }
            event.consume();
        }
    }

    void start(Lesson lesson) {
        player.start(lesson);
    }

    void pulse() {
        player.pulse();
    }

    Optional<LessonProgress> progress() {
        return player.progress();
    }

    LessonTargets spots() {
        return spots;
    }

    void goOn() {
        player.goOn();
    }

    void close() {
        player.close();
    }

    @Override
    public Situation situation() {
        return new Situation(
                workspace.lab().editedProperty().get(),
                workspace.lab().statusProperty().get(),
                microscope.shownProperty().get().key());
    }

    @Override
    public void show(Experiment experiment) {
        workspace.project().open(Message.of("undo.lesson"), experiment);
    }

    @Override
    public void setPace(Pace pace) {
        workspace.lab().paceProperty().set(pace);
    }

    @Override
    public void showPlace(String key) {
        microscope.show(key);
    }

    @Override
    public void enter(Region card, List<String> editors) {
        if (current.before().isEmpty()) {
            Experiment edited = workspace
                    .lab()
                    .editedProperty()
                    .get()
                    .orElse(workspace.lab().runningProperty().get());
            current.remember(new CurrentLesson.Before(
                    workspace.project().state().document(),
                    edited,
                    microscope.shownProperty().get().key(),
                    workspace.lab().paceProperty().get(),
                    workspace.lab().paused()));
            if (studies.visibleProperty().get()) {
                studies.switchOver();
            }
        }
        column.getChildren().clear();
        panels.replaceEditors(column);
        card.setPrefHeight(CARD_HEIGHT);
        VBox.setVgrow(card, Priority.ALWAYS);
        List<Region> parts = new ArrayList<>(List.of(card));
        Set<String> single = new HashSet<>(editors);
        if (single.remove(LessonTargets.TASK)) {
            parts.add(task);
        }
        if (!single.isEmpty()) {
            boolean all = single.contains(LessonTargets.HYPERPARAMETERS);
            hyperparameters.showOnly(all ? Set.of() : single);
            // Single ones take no more room than they need; all of them a share, whatever the lesson says, so that
            // none moves
            hyperparameters.setMinHeight(all ? LEAST_HEIGHT : Region.USE_PREF_SIZE);
            hyperparameters.setPrefHeight(all ? LEAST_HEIGHT : Region.USE_COMPUTED_SIZE);
            VBox.setVgrow(hyperparameters, all ? Priority.ALWAYS : Priority.NEVER);
            parts.add(hyperparameters);
        }
        shown = List.copyOf(parts);
        restore();
    }

    /** The lesson, and under it the editors that its step asks for; empty without a lesson. */
    List<Region> shown() {
        return shown;
    }

    /** Puts what a lesson shows into its column, also if it stood elsewhere meanwhile. */
    void restore() {
        column.getChildren().setAll(shown);
    }

    LessonPlayer player() {
        return player;
    }

    @Override
    public void leave() {
        shown = List.of();
        restore();
        hyperparameters.showOnly(Set.of());
        hyperparameters.setPrefHeight(Region.USE_COMPUTED_SIZE);
        panels.restoreEditors();
        current.before().ifPresent(kept -> {
            microscope.show(kept.place());
            workspace.lab().paceProperty().set(kept.pace());
            Document now = workspace.project().state().document();
            boolean ownFile =
                    now.path().isPresent() && !now.path().equals(kept.document().path());
            if (!ownFile) {
                // What was opened or saved during the lesson stays
                workspace.project().open(Message.of("undo.lessonEnded"), kept.document(), kept.edited());
                kept.run().ifPresent(workspace.lab()::resume);
            }
        });
        current.forget();
    }

    @Override
    public Node find(String id) {
        Node found = window.lookup("#" + id);
        if (found != null) {
            return found;
        }
        // A lesson names, and locks, also what nobody has looked at yet
        microscope.standAll();
        hyperparameters.standAll();
        return window.lookup("#" + id);
    }

    @Override
    public void saveAnswers(LessonProgress progress) {
        desk.saveAnswers(progress);
    }

    @Override
    public Links links() {
        return desk;
    }

    @Override
    public void say(String words) {
        workspace.notices().done(words);
    }

    @Override
    public void tell(String problem) {
        workspace.notices().problem(problem);
    }
}
