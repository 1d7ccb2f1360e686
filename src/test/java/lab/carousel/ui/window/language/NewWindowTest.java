package lab.carousel.ui.window.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.text.InLanguage;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.LanguageSwitch;
import lab.carousel.ui.window.MainWindow;
import lab.carousel.ui.window.MainWindowFixture;
import lab.carousel.ui.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window in another language takes the place of the one before. */
class NewWindowTest extends MainWindowFixture {

    private Workspace another;
    private LanguageSwitch anotherShown;

    @Test
    void theNewWindowIsPutTogetherBehindTheOneBeforePartByPart() {
        MainWindow old = window;
        List<Integer> places = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        AnimationTimer everyFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                List<Node> windows =
                        old.getScene() == null ? List.of() : old.getParent().getChildrenUnmodifiable();
                if (windows.size() == 2) {
                    Node next = windows.get(0);
                    seen.add(next.isVisible() ? next : windows.get(1));
                    titles.add(((Labeled) old.lookup("#fileMenu")).getText());
                    places.add((int)
                            Stream.of("taskEditor", "hyperparameters", "lossView", "state", "cellDigits", "toolbar")
                                    .filter(id -> next.lookup("#" + id) != null)
                                    .count());
                }
            }
        };
        robot.interact(everyFrame::start);
        speak(InLanguage.GERMAN);
        robot.interact(everyFrame::stop);
        assertThat(places).isEqualTo(List.of(0, 1, 2, 3, 4, 5));
        assertThat(seen).containsExactly(old);
        assertThat(titles).containsOnly("File");
        assertThat(window.getParent().getChildrenUnmodifiable()).containsExactly(window);
        assertThat(window.isVisible()).isTrue();
        assertThat(text("fileMenu")).isEqualTo("Datei");
        assertThat(find("taskEditor").getLayoutBounds()).isEqualTo(sizes(old, "taskEditor"));
        assertThat(find("lossView").getLayoutBounds()).isEqualTo(sizes(old, "lossView"));
        assertThat(find("microscope").getLayoutBounds()).isEqualTo(sizes(old, "microscope"));
    }

    @Test
    void whatIsPresentedWhileItIsPutTogetherIsWholeInIt() {
        MainWindow old = window;
        AnimationTimer everyFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (old.getScene() != null
                        && old.getParent().getChildrenUnmodifiable().size() == 2) {
                    present(true);
                    stop();
                }
            }
        };
        robot.interact(everyFrame::start);
        speak(InLanguage.GERMAN);
        assertThat(workspace.lookProperty().get().presenting()).isTrue();
        assertThat(window.getTop()).isNull();
        assertThat(window.lookup("#presenter").lookup("#toolbar")).isNotNull();
        robot.interact(() -> present(false));
        Frames.settle();
        assertThat(window.getTop()).isSameAs(window.lookup("#toolbar")).isNotNull();
        assertThat(stage.isFullScreen()).isFalse();
    }

    private static Bounds sizes(MainWindow of, String id) {
        return of.lookup("#" + id).getLayoutBounds();
    }

    /** In a stage of its own: TestFX remembers the events of the other one, and with them the views they went to. */
    @Test
    void theViewsBeforeAreForgotten() throws Exception {
        Stage stage = WaitForAsyncUtils.asyncFx(this::openAnother).get();
        AtomicReference<WeakReference<MainWindow>> old = new AtomicReference<>();
        robot.interact(() -> {
            MainWindow first = anotherShown.window();
            old.set(new WeakReference<>(first));
            another.pulse();
            anotherShown.pulse();
            ((ToggleButton) first.lookup("#showStudies")).fire();
            for (MenuItem place : ((MenuButton) first.lookup("#microscopePlaces")).getItems()) {
                place.fire();
            }
            all(((MenuButton) first.lookup("#viewMenu")).getItems())
                    .filter(item -> "language-de".equals(item.getId()))
                    .forEach(MenuItem::fire);
        });
        await(() -> {
            anotherShown.pulse();
            return anotherShown.window() != old.get().get();
        });
        for (int attempt = 0; attempt < 100 && old.get().get() != null; attempt++) {
            System.gc();
            Thread.sleep(100);
            Frames.settle();
        }
        robot.interact(() -> {
            another.close();
            anotherShown.window().close();
            stage.close();
        });
        assertThat(old.get().get()).isNull();
    }

    private Stage openAnother() {
        another = new Workspace(new Background(), name -> new KernelEngine(), dialogs, Experiment.reference());
        Stage stage = new Stage();
        anotherShown = new LanguageSwitch(another, built -> {}, language -> {});
        stage.setScene(new Scene(anotherShown.root(), 1280, 800));
        stage.show();
        return stage;
    }
}
