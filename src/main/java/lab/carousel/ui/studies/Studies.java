package lab.carousel.ui.studies;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.engine.Engine;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.text.Message;
import lab.carousel.ui.drawing.DrawingView;

/**
 * The place for studies, which lies over the lab while it is shown, and the button that shows it. A study being run
 * goes on while it is hidden; the button tells how far it is. What is shown is made when it is first needed.
 */
public final class Studies extends StackPane implements AutoCloseable {

    /** Just under the word, which does not move when it appears. */
    private static final double PROGRESS_BELOW = 6;

    private final StudyService service;
    private final StudySurroundings surroundings;
    private final ToggleButton toggle = new ToggleButton();
    private final ProgressBar progress = new ProgressBar(0);
    private final Tooltip hint = new Tooltip(Message.text("studyWindow.toggle.hint"));

    private Palette palette = Palette.LIGHT;
    private Optional<StudyPlace> place = Optional.empty();

    /**
     * Studies that are hidden.
     *
     * @param engines      gives the engine of a name
     * @param surroundings what the rest of the window gives
     * @param onFailure    is told what went wrong unexpectedly in a study
     */
    public Studies(
            Function<EngineName, Engine> engines, StudySurroundings surroundings, Consumer<Throwable> onFailure) {
        this.surroundings = surroundings;
        service = new StudyService(surroundings.background(), engines, System::nanoTime, onFailure);
        setId("studies");
        getStyleClass().add("studies");
        getStylesheets()
                .add(Studies.class.getResource("/lab/carousel/ui/studies.css").toExternalForm());
        visibleProperty().bindBidirectional(toggle.selectedProperty());
        visibleProperty().addListener((observable, before, shown) -> {
            if (shown && place.isEmpty()) {
                build();
            }
        });
        buildToggle();
        service.runningProperty().addListener((observable, before, now) -> showRunning(now));
    }

    private void build() {
        StudyPlace built = new StudyPlace(service, surroundings, this::open);
        built.setPalette(palette);
        place = Optional.of(built);
        getChildren().setAll(built);
    }

    /** Opens an experiment in the lab, and shows it. */
    private void open(Experiment experiment) {
        surroundings.onOpen().accept(experiment);
        toggle.setSelected(false);
    }

    private void buildToggle() {
        progress.setId("studiesProgress");
        progress.getStyleClass().add("studies-toggle-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        Label words = new Label(Message.text("studyWindow.toggle"));
        StackPane graphic = new StackPane(words, progress);
        StackPane.setAlignment(progress, Pos.BOTTOM_CENTER);
        progress.setTranslateY(PROGRESS_BELOW);
        toggle.setId("showStudies");
        toggle.getStyleClass().add("studies-toggle");
        toggle.getStylesheets().setAll(getStylesheets());
        toggle.setGraphic(graphic);
        toggle.setAccessibleText(words.getText());
        toggle.accessibleHelpProperty().bind(hint.textProperty());
        toggle.setTooltip(hint);
    }

    private void showRunning(Optional<StudyProgress> running) {
        progress.setVisible(running.isPresent());
        progress.setProgress(running.map(StudyProgressWords::share).orElse(0.0));
        hint.setText(running.map(StudyProgressWords::of).orElseGet(() -> Message.text("studyWindow.toggle.hint")));
    }

    /** The button that shows and hides the studies. */
    public ToggleButton toggle() {
        return toggle;
    }

    /** Shows the studies, or the lab. */
    public void switchOver() {
        toggle.setSelected(!toggle.isSelected());
    }

    /** Looks how far things are. Called at every frame. */
    public void pulse() {
        service.pulse();
    }

    /** Changes the colours. */
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        service.setPalette(newPalette);
        place.ifPresent(built -> built.setPalette(newPalette));
    }

    /** Goes on with what another place for studies runs and shows; it must not be used any more but to be closed. */
    public void takeOver(Studies other) {
        service.takeOver(other.service);
        other.place.ifPresent(before -> {
            build();
            place.orElseThrow().takeOver(before);
        });
        toggle.setSelected(other.toggle.isSelected());
    }

    /** What is held here; empty if nothing was run, opened or put together. */
    public Optional<KeptStudies> now() {
        return place.flatMap(built -> built.now(isVisible()));
    }

    /** Shows what was kept; nothing is trained. */
    public void show(KeptStudies kept) {
        if (place.isEmpty()) {
            build();
        }
        place.orElseThrow().show(kept);
        toggle.setSelected(kept.shown());
    }

    /** The pictures on the screen. */
    List<DrawingView> views() {
        return place.map(StudyPlace::views).orElse(List.of());
    }

    /** Stops what runs in the background. */
    @Override
    public void close() {
        service.close();
        place.ifPresent(StudyPlace::close);
    }
}
