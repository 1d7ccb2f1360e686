package lab.carousel.file.command;

import java.nio.file.Path;
import java.util.List;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.code.Library;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.states.StatesFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;

/** What the command {@code train} writes. */
public enum TrainOutput {
    CSV("csv", "F", true),
    CHART("chart", "F", true),
    HEATMAP("heatmap", "F", false),
    MODEL("model", "F", false),
    KERAS("keras", "F.py", false),
    PYTORCH("pytorch", "F.py", false),
    DEEPLEARNING4J("deeplearning4j", "F.java", false),
    REPORT("report", "F", true),
    PAGE("page", "F.html", true),
    ANIMATION("animation", "F", true),
    STATES("states", "F", true);

    /** Of reports. */
    public static final List<String> REPORT_ENDINGS = List.of(".md", ".html");

    private final String key;
    private final String label;
    private final boolean showsEarlierEpochs;

    TrainOutput(String key, String label, boolean showsEarlierEpochs) {
        this.key = key;
        this.label = label;
        this.showsEarlierEpochs = showsEarlierEpochs;
    }

    public String key() {
        return key;
    }

    /** What stands for its file in the help. */
    public String label() {
        return label;
    }

    public String option() {
        return "--" + key;
    }

    /** Whether losses or networks of epochs before the last are shown. */
    public boolean showsEarlierEpochs() {
        return showsEarlierEpochs;
    }

    /**
     * @throws InvalidInput if the name says no format
     */
    public void checkName(Path file) {
        switch (this) {
            case CHART, HEATMAP -> PictureFormat.of(file);
            case MODEL -> ModelFormat.of(file);
            case ANIMATION -> Animation.checkName(file);
            case STATES -> StatesFile.checkName(file);
            case REPORT -> checkReport(file);
            default -> {}
        }
    }

    private static void checkReport(Path file) {
        if (REPORT_ENDINGS.stream().noneMatch(file.toString()::endsWith)) {
            throw new InvalidInput("report.ending", String.join(", ", REPORT_ENDINGS), file.getFileName());
        }
    }

    /**
     * @throws InvalidInput if an experiment cannot be written so
     */
    public void check(Experiment experiment, Path file) {
        switch (this) {
            case MODEL ->
                InvalidInput.throwIf(ModelFormat.of(file)
                        .obstacle(experiment.hyperparameters().get(Settings.CELL)));
            case KERAS, PYTORCH, DEEPLEARNING4J ->
                InvalidInput.throwIf(library().obstacle(experiment));
            default -> {}
        }
    }

    /** Of a program. */
    public Library library() {
        return Library.valueOf(name());
    }
}
