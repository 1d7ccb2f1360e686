package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.styled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.PlaceName;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.compare.PinnedRun;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.EditedWork;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.lesson.CurrentLesson;
import lab.carousel.ui.lesson.LessonPlayer;
import lab.carousel.ui.lesson.LessonStage;
import lab.carousel.ui.markdown.Links;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.place.ToldFacts;
import lab.carousel.ui.project.Document;
import lab.carousel.ui.status.StatusBar;
import lab.carousel.ui.studies.StudiesOverlay;
import lab.carousel.ui.task.TaskEditor;
import lab.carousel.ui.workspace.Workspace;
import lab.carousel.view.TransplantView;

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
    private final StatusBar status;
    private final LessonPlayer player;
    private final LessonLibrary library;
    private final VBox column = styled(new VBox(), "lesson-column");
    private List<Region> shown = List.of();
    private Runnable onScope = () -> {};
    private Runnable onClassPictures = () -> {};

    @SuppressWarnings("NullAway.Init") // moveInto() sets it, before a lesson can begin
    private BorderPane window;

    @SuppressWarnings("NullAway.Init") // as above
    private Panels panels;

    @SuppressWarnings("NullAway.Init") // as above
    private StudiesOverlay studies;

    LessonController(
            Workspace workspace,
            Microscope microscope,
            TaskEditor task,
            HyperparametersPanel hyperparameters,
            StatusBar status,
            Exporter exporter) {
        this.workspace = workspace;
        this.current = workspace.lesson();
        this.player = new LessonPlayer(this, current, workspace.background());
        this.microscope = microscope;
        this.task = task;
        this.hyperparameters = hyperparameters;
        this.status = status;
        library = new LessonLibrary(
                workspace, player::start, () -> window.getScene().getWindow(), exporter);
    }

    /** Goes on with a lesson of a program that has started again, by its name, and then with something else. */
    void goOn(String name, int step, Runnable then) {
        workspace.fileAccess().read(Path.of(name), progress -> library.named(name), lesson -> {
            // The session, which has its answers, may have offered it already
            workspace.notices().withdraw();
            player.goOn(lesson, step);
            then.run();
        });
    }

    LessonLibrary library() {
        return library;
    }

    /**
     * @param onScope is told when a lesson begins, and when it has ended
     * @param onClassPictures shows what came in from the class
     */
    void moveInto(BorderPane house, Panels places, StudiesOverlay others, Runnable onScope, Runnable onClassPictures) {
        this.onScope = onScope;
        this.onClassPictures = onClassPictures;
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
        } else if (event.isAltDown() && !event.isShortcutDown() && player.act(event.getCode(), event.isShiftDown())) {
            event.consume();
        }
    }

    @Override
    public void showClassPictures() {
        onClassPictures.run();
    }

    @Override
    public void coverPlaces(List<PlaceName> places) {
        microscope.cover(places);
    }

    @Override
    public void showComparison(boolean isShown) {
        status.showComparison(isShown);
    }

    @Override
    public Situation situation() {
        Map<String, Object> done =
                new HashMap<>(workspace.screen().told().get().of(workspace.run().shown()));
        done.putAll(Map.of(
                Situation.SILENCED,
                silenced(),
                Situation.TRANSPLANTED,
                String.join(
                        " ",
                        TransplantView.moved(workspace
                                .screen()
                                .chosenInViews()
                                .get()
                                .getOrDefault(PlaceName.TRANSPLANT.key(), Map.of()))),
                Situation.PINNED,
                workspace.pins().runs().stream().map(PinnedRun::number).toList(),
                Situation.QUANTITY,
                workspace.selection().layerProperty().get().letter(),
                Situation.EVALUATION,
                workspace.run().stepByStep().isPresent() ? Situation.STEP_BY_STEP : ""));
        return new Situation(
                workspace.lab().editedProperty().get(),
                workspace.lab().statusProperty().get(),
                microscope.shownProperty().get().key(),
                done);
    }

    /** Number of units that the lesions silence in the network that is shown. */
    private long silenced() {
        return workspace.run().latest().stream()
                .flatMap(network -> workspace.project().state().lesions().stream()
                        .flatMap(lesion -> lesion.in(network.parameters().layout()).stream()))
                .flatMap(lesion -> lesion.units().stream())
                .distinct()
                .count();
    }

    @Override
    public void show(Experiment experiment, boolean isTrained) {
        Message name = Message.of("undo.lesson");
        RunStatus run = workspace.lab().statusProperty().get();
        boolean isThere = isTrained
                && run.state() == RunState.FINISHED
                && run.snapshot().stream()
                        .anyMatch(end -> end.experiment().equals(experiment)
                                && end.origin().isEmpty());
        workspace.screen().chosenInViews().set(Map.of());
        workspace.screen().told().set(ToldFacts.NONE);
        workspace.traces().stepByStepProperty().set(false);
        if (isThere) {
            workspace.project().edit(name, now -> now.with(experiment).with(List.of()));
            return;
        }
        workspace.project().start(name, now -> now.with(experiment)
                .with(Document.untitled(experiment))
                .with(List.of())
                .startingFrom(Optional.empty()));
        if (isTrained) {
            workspace.lab().trainWhole();
        }
    }

    @Override
    public boolean hasWork() {
        return workspace.lab().paused().isPresent() || workspace.project().isChanged();
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
            current.remember(new CurrentLesson.Before(
                    workspace.project().state(),
                    microscope.shownProperty().get().key(),
                    workspace.lab().paceProperty().get(),
                    workspace.lab().paused()));
            if (studies.visibleProperty().get()) {
                studies.switchOver();
            }
            onScope.run();
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
        showComparison(true);
        coverPlaces(List.of());
        restore();
        hyperparameters.showOnly(Set.of());
        hyperparameters.setPrefHeight(Region.USE_COMPUTED_SIZE);
        panels.restoreEditors();
        current.before().ifPresent(kept -> {
            microscope.show(kept.place());
            workspace.lab().paceProperty().set(kept.pace());
            if (comesBack(kept)) {
                boolean isRunLost = workspace.lab().paused().isPresent();
                workspace.project().start(Message.of("undo.lessonEnded"), lesson -> kept.state()
                        .with(lesson.layout()));
                kept.run().ifPresent(workspace.lab()::resume);
                if (isRunLost) {
                    say(Message.text("lesson.ended"));
                }
            }
        });
        current.forget();
        onScope.run();
    }

    /** What was opened or saved during the lesson stays, and what was there before it does not come back. */
    private boolean comesBack(CurrentLesson.Before kept) {
        Optional<Path> now = workspace.project().state().document().path();
        return now.isEmpty() || now.equals(kept.state().document().path());
    }

    /** The experiment that is worked on when no lesson goes on. */
    EditedWork edited() {
        return current.before()
                .filter(this::comesBack)
                .map(CurrentLesson.Before::state)
                .map(kept -> new EditedWork(kept.document(), kept.experiment()))
                .orElseGet(() -> new EditedWork(
                        workspace.project().state().document(),
                        workspace.project().edited()));
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
        library.saveAnswers(progress);
    }

    @Override
    public Links links() {
        return library;
    }

    @Override
    public DrawingView drawing(String id) {
        DrawingView view = new DrawingView(workspace.background(), id);
        WindowListeners.show(
                view,
                () -> view.setPalette(workspace.screen().look().get().palette()),
                workspace.screen().look());
        return view;
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
