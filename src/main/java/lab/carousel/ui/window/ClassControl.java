package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.named;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import lab.carousel.lesson.answers.TrainedNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.classroom.ClassOverlay;
import lab.carousel.ui.classroom.ClassState;
import lab.carousel.ui.classroom.ClassSurroundings;
import lab.carousel.ui.classroom.OpenClass;
import lab.carousel.ui.classroom.SelectedStep;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lesson.LessonMenu;
import lab.carousel.ui.toolbar.Toolbar;
import lab.carousel.ui.workspace.Workspace;

/**
 * What a window has of a class that is open to phones: items in the menu of lessons, a button while it is open, and what
 * lies over the window, which is made when it is first wanted.
 */
final class ClassControl {

    /** Of the button with its name, and what is between it and the next one, in pixels. */
    static final double WIDTH = 90;

    private final Workspace workspace;
    private final OpenClass open;
    private final LessonLibrary library;
    private final StackPane over;
    private Optional<ClassOverlay> overlay = Optional.empty();
    /** What can be done while the address is shown. */
    private List<Command> inside = List.of();

    /** @param over what lies over the window; the class lies under the rest of it */
    ClassControl(Workspace workspace, LessonLibrary library, StackPane over) {
        this.workspace = workspace;
        this.library = library;
        this.over = over;
        open = workspace.openClass();
    }

    void moveInto(Toolbar toolbar, LessonMenu menu) {
        menu.separate();
        Command invite =
                menu.put("openClass", "class.menu.open", () -> overlay().invite(), "Shortcut+Shift+L");
        Command ask = menu.put("askClass", "class.ask", () -> overlay().ask(), "Shortcut+Shift+A");
        Command give = menu.put("giveClass", "class.give", this::give, "Shortcut+Shift+G");
        Command pause = menu.put("pauseClass", "class.pause", this::pause, "Shortcut+Shift+P");
        Command pictures = menu.put("classPictures", "class.pictures", this::showPictures, "Shortcut+Shift+R");
        Command answers = menu.put("classAnswers", "class.answers", this::answers);
        Command end = menu.put("closeClass", "class.close", this::close);
        inside = List.of(ask, give, answers, end);
        Button button = Controls.acting(named(new Button(), "classButton"), invite::run);
        // In a narrow window there is room for the number alone
        button.setGraphic(Controls.label("class.button"));
        Tip.put(button, invite.withKey(Message.text("class.button.tip")));
        WindowListeners.show(
                toolbar,
                () -> {
                    boolean isOpen = open.isOpen();
                    List.of(ask, give, pause, pictures, end)
                            .forEach(command -> command.disabled().set(!isOpen));
                    answers.disabled().set(open.folder().isEmpty());
                    toolbar.put(button, menu, isOpen);
                },
                open.openedProperty());
        WindowListeners.show(
                toolbar,
                () -> {
                    pause.name().set(Message.text(open.isPaused() ? "class.unpause" : "class.pause"));
                    button.setText(String.valueOf(open.joined()));
                    button.setAccessibleText(Message.text("class.button.said", open.joined()));
                    open.stateProperty().get().flatMap(ClassState::problem).ifPresent(this::tell);
                },
                open.stateProperty());
    }

    /** Answers that are not on the disk are not confirmed to a phone either, which tries again. */
    private void tell(InvalidInput why) {
        workspace.notices().problem(why.getMessage());
    }

    /** Goes on with a class of a program that has started again. */
    void goOn(Path folder) {
        open.goOn(folder, experiment(), workspace.screen().look().get().colours(), this::tell);
    }

    void showPictures() {
        overlay().showPictures();
    }

    private ClassOverlay overlay() {
        if (overlay.isEmpty()) {
            ClassOverlay made = new ClassOverlay(
                    open,
                    new ClassSurroundings(
                            workspace.background(),
                            this::experiment,
                            this::chosen,
                            workspace.screen().look()::get,
                            () -> workspace.run().lookedAt().getValue().map(TrainedNetwork::of),
                            library::begin,
                            inside));
            overlay = Optional.of(made);
            over.getChildren().add(0, made);
        }
        return overlay.orElseThrow();
    }

    /** As edited; while that cannot be trained, the one that is. */
    private Experiment experiment() {
        return workspace.lab().editedProperty().get().orElseGet(workspace.lab().runningProperty()::get);
    }

    private Optional<SelectedStep> chosen() {
        return Optional.ofNullable(workspace.selection().stepProperty().get())
                .map(step ->
                        new SelectedStep(workspace.lab().runningProperty().get().task(), step));
    }

    private void give() {
        overlay().hide();
        open.give(experiment());
        workspace.notices().done(Message.text("class.given"));
    }

    private void pause() {
        boolean pauses = !open.isPaused();
        open.setPaused(pauses);
        workspace.notices().done(Message.text(pauses ? "class.paused" : "class.unpaused"));
    }

    private void answers() {
        overlay().hide();
        open.folder().ifPresent(folder -> library.showAnswers(folder, open.asked()));
    }

    private void close() {
        overlay().close();
    }
}
