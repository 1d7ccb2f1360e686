package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Urgency;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The place for studies, which lies over the lab while it is shown, and the button that shows it. A study being run
 * goes on while it is hidden; the button tells how far it is. What is shown is made when it is first needed.
 */
public final class StudiesOverlay extends StackPane implements AutoCloseable {

    /** The name of the work that makes the ready-made studies. */
    public static final String MAKING = "ready-made studies";

    /** Just under the word, which does not move when it appears. */
    private static final double PROGRESS_BELOW = 6;

    private final StudyWork work;
    private final StudySurroundings surroundings;
    private final Command show;
    private final ToggleButton toggle = styled(new ToggleButton(), "studies-toggle");
    private final ProgressBar progress =
            stretch(named(new ProgressBar(0), "studiesProgress", "studies-toggle-progress"));

    private Palette palette = Palette.LIGHT;
    private Optional<StudyPlace> place = Optional.empty();

    /**
     * Studies that are shown when they are to be.
     *
     * @param commands     of the window
     * @param work         the studies
     * @param surroundings what the rest of the window gives
     */
    public StudiesOverlay(Commands commands, StudyWork work, StudySurroundings surroundings) {
        this.work = work;
        this.surroundings = surroundings;
        show = commands.add("viewMenu", "showStudies", "studyWindow.toggle", this::switchOver, "F11");
        show.on(toggle);
        setId("studies");
        getStyleClass().add("studies");
        visibleProperty().bindBidirectional(toggle.selectedProperty());
        visibleProperty().addListener((observable, before, shown) -> {
            if (shown) {
                stand();
            }
        });
        buildToggle();
        WindowListeners.show(this, this::showRunning, work.service().runningProperty());
        WindowListeners.both(this, toggle.selectedProperty(), work.shownProperty());
    }

    /** Makes what is not seen yet. The ready-made studies take the longest, and are made in the background. */
    public void prepare() {
        surroundings.background().inOrder(MAKING, Urgency.WAITED_FOR).ask(ReadyMade::allRead, made -> {
            work.prepared();
            build();
            if (isVisible()) {
                stand();
            }
        });
    }

    private void build() {
        if (place.isEmpty()) {
            StudyPlace built = new StudyPlace(work, surroundings, this::open);
            built.setPalette(palette);
            place = Optional.of(built);
        }
    }

    /** Shows what is made, or as soon as it is. */
    private void stand() {
        if (!work.isPrepared()) {
            prepare();
            return;
        }
        build();
        if (getChildren().isEmpty()) {
            getChildren().setAll(place.orElseThrow());
        }
    }

    /** Opens an experiment in the lab, and shows it. */
    private void open(Experiment experiment) {
        surroundings.onOpen().accept(experiment);
        toggle.setSelected(false);
    }

    private void buildToggle() {
        progress.setVisible(false);
        Label words = new Label(Message.text("studyWindow.toggle"), new FontIcon(Feather.BAR_CHART_2));
        StackPane graphic = new StackPane(words, progress);
        StackPane.setAlignment(progress, Pos.BOTTOM_CENTER);
        progress.setTranslateY(PROGRESS_BELOW);
        toggle.setGraphic(graphic);
    }

    private void showRunning() {
        Optional<StudyProgress> running = work.service().runningProperty().get();
        progress.setVisible(running.isPresent());
        progress.setProgress(running.map(StudyProgressWords::share).orElse(0.0));
        Tip.put(toggle, show.withKey(running.map(StudyProgressWords::of).orElseGet(show.tip()::get)));
    }

    /** The button that shows and hides the studies. */
    public ToggleButton toggle() {
        return toggle;
    }

    /** Shows the studies, or the lab. */
    public void switchOver() {
        toggle.setSelected(!toggle.isSelected());
    }

    /** Lets others know what is chosen and typed here. Called at every frame. */
    public void note() {
        place.ifPresent(built -> {
            built.complete();
            built.note();
        });
    }

    public void setPalette(Palette newPalette) {
        palette = newPalette;
        place.ifPresent(built -> built.setPalette(newPalette));
    }

    /** Stops what runs in the background. */
    @Override
    public void close() {
        place.ifPresent(StudyPlace::close);
    }
}
