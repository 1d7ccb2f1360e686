package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.TypedField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many seeds on how many threads, the buttons that run and cancel a study, and how far it is. */
final class StudySetup extends HBox {

    private static final double NUMBER_WIDTH = 96;

    private final TypedField<Integer> seeds;
    private final DropDown<Integer> threads = named(new DropDown<>(), "studyThreads");
    private final Button run =
            whole(named(new Button(Message.text("studyWindow.run"), new FontIcon(Feather.PLAY)), "runStudy", "accent"));
    private final Button cancel =
            whole(named(new Button(Message.text("studyWindow.cancel"), new FontIcon(Feather.SQUARE)), "cancelStudy"));
    private final Button command;
    private final Label words = Controls.words("studyProgress");
    private final ProgressBar bar = stretch(named(new ProgressBar(0), "studyProgressBar"));

    /**
     * A row of controls.
     *
     * @param onChange called when the number of seeds is changed
     * @param onRun    called when the study shall be run
     * @param onCancel called when the study being run shall be stopped
     * @param onCommand called when the command that does the same shall be copied
     */
    StudySetup(Runnable onChange, Runnable onRun, Runnable onCancel, Runnable onCommand) {
        super(12);
        getStyleClass().add("studies-setup");
        setAlignment(Pos.TOP_LEFT);
        seeds = new TypedField<>("studySeeds", "studyWindow.seeds", "1", StudySetup::number);
        seeds.setPrefWidth(NUMBER_WIDTH);
        seeds.setMinWidth(NUMBER_WIDTH);
        seeds.textProperty().addListener((observable, before, now) -> onChange.run());
        int processors = Runtime.getRuntime().availableProcessors();
        threads.getItems().setAll(IntStream.rangeClosed(1, processors).boxed().toList());
        threads.setValue(processors);
        threads.setPrefWidth(NUMBER_WIDTH);
        Tip.put(threads, Message.text("studyWindow.threads.tip"));
        VBox threadBox = Controls.captioned("studyWindow.threads", threads);
        run.setOnAction(event -> onRun.run());
        Tip.put(run, Message.text("studyWindow.run.tip"));
        Tip.put(cancel, Message.text("studyWindow.cancel.tip"));
        cancel.setOnAction(event -> onCancel.run());
        command = Controls.iconButton("studyCommand", Feather.TERMINAL, "command.menu", onCommand);
        VBox buttons = styled(new VBox(new Label(" "), new HBox(4, run, cancel, command)), "typed-field");
        getChildren().addAll(seeds, threadBox, buttons, progressBox());
    }

    private VBox progressBox() {
        bar.accessibleTextProperty().bind(words.textProperty());
        VBox box = grow(styled(new VBox(words, bar), "studies-progress"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    void allowCommand(boolean isPlanned) {
        command.setDisable(!isPlanned);
    }

    /** How often each variation is trained. */
    TypedField<Integer> seeds() {
        return seeds;
    }

    /** How many runs are trained at a time. */
    int threads() {
        return threads.getValue();
    }

    void allow(boolean canRun, boolean canCancel) {
        run.setDisable(!canRun);
        cancel.setDisable(!canCancel);
    }

    /** Shows how far the study is; nothing if it was not started. */
    void show(Optional<StudyProgress> progress) {
        words.setText(progress.map(StudyProgressWords::of).orElse(""));
        bar.setProgress(progress.map(StudyProgressWords::share).orElse(0.0));
        bar.setVisible(progress.isPresent());
    }

    private static int number(String text) {
        return (int) TypedNumber.whole(text, 1, Study.MAX_RUNS)
                .orElseThrow(() -> new InvalidInput("studyWindow.whole", 1, Study.MAX_RUNS));
    }
}
