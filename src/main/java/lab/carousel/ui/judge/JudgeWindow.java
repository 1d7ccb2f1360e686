package lab.carousel.ui.judge;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.file.disk.TextFile;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.file.WantedFile;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.theme.Stylesheets;

/** The judge of forecasts that were made elsewhere, in a window of its own. What is pasted stays while it is closed. */
public final class JudgeWindow {

    private static final double WIDTH = 1_040;
    private static final double HEIGHT = 760;
    private static final int MOST_MEGABYTES = 20;

    private final Background background;
    private final FileAccess fileAccess;
    private final Exporter exporter;
    private Optional<JudgeView> view = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    public JudgeWindow(Background background, FileAccess fileAccess, Exporter exporter) {
        this.background = background;
        this.fileAccess = fileAccess;
        this.exporter = exporter;
    }

    public void open(Look look, Window owner) {
        JudgeView shown = view.orElseGet(() -> new JudgeView(background, this::openFile, exporter));
        view = Optional.of(shown);
        shown.setLook(look);
        Stage window = stage.orElseGet(() -> build(shown, owner));
        stage = Optional.of(window);
        window.show();
        window.toFront();
    }

    public void setLook(Look look) {
        view.ifPresent(shown -> shown.setLook(look));
    }

    private void openFile() {
        fileAccess.choose(
                WantedFile.SERIES,
                file -> fileAccess.read(
                        file,
                        progress -> TextFile.read(file, MOST_MEGABYTES, progress),
                        columns -> view.ifPresent(shown -> shown.paste(columns))));
    }

    private static Stage build(JudgeView shown, Window owner) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle(Message.text("judge.title"));
        Scene scene = new Scene(shown, WIDTH, HEIGHT);
        Stylesheets.addTo(scene);
        window.setScene(scene);
        Icons.copy(window, owner);
        return window;
    }

    /** The window; empty before it was opened. */
    public Optional<Window> window() {
        return stage.map(shown -> shown);
    }

    public void close() {
        stage.ifPresent(Stage::close);
    }
}
