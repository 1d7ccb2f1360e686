package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.task.series.NumberReading;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;

/** Numbers of a series as a text, how they are read, and what was recognised: that is seen before it is taken. */
final class SeriesForm extends ExperimentForm {

    /** A longer text is not shown: a text area of it would take seconds with every letter. */
    private static final int LONGEST_SHOWN = 100_000;

    private static final int ROWS = 8;
    private static final double TOLD_HEIGHT = 144;

    private final Experiment now;
    private final TextArea text = named(new TextArea(), "ownSeriesText");
    private final DropDown<NumberReading> reading = named(new DropDown<>(), "ownSeriesReading");
    private final Label meant = new Label(Message.text("ui.series.reading"));
    private final Label told = Controls.words("ownSeriesTold");
    private ReadSeries last;

    /**
     * A form.
     *
     * @param begin what stands in it at first
     * @param now   whose hyperparameters the series is learned with
     */
    SeriesForm(ReadSeries begin, Experiment now) {
        super("ownSeriesProblem");
        this.now = now;
        this.last = begin;
        boolean isShown = begin.text().length() <= LONGEST_SHOWN;
        size(text, ROWS);
        text.setText(isShown ? begin.text() : "");
        Controls.show(text, isShown);
        Label title = new Label(Message.text(
                isShown ? "ui.series.text" : "ui.series.long", begin.text().length()));
        title.setLabelFor(text);
        meant.setLabelFor(reading);
        reading.says(each -> Message.text("ui.series.reading." + each));
        // The window keeps the size that it opens with
        told.setMinHeight(TOLD_HEIGHT);
        told.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(title, text, meant, reading, told, problem());
        checkWith(text.textProperty(), reading.valueProperty());
    }

    @Override
    Optional<Experiment> typed() {
        String given = text.isVisible() ? text.getText() : last.text();
        if (!given.equals(last.text()) || reading.getValue() != last.chosen()) {
            last = ReadSeries.of(given, reading.getValue());
        }
        boolean isAsked = last.readings().size() > 1;
        if (isAsked && !reading.getItems().equals(last.readings())) {
            reading.getItems().setAll(last.readings());
        }
        meant.setVisible(isAsked);
        reading.setVisible(isAsked);
        told.setText(last.found().isPresent() ? last.words() : "");
        if (last.found().isEmpty()) {
            tell(last.words());
            if (given.isBlank()) {
                hint();
            }
            return Optional.empty();
        }
        SeriesData data = last.found().get();
        Task task = Series.task(data, SeriesFeed.of(data.size()));
        Output output = now.hyperparameters().get(Settings.OUTPUT).fitting(task.targets());
        return Optional.of(
                new Experiment(task, now.hyperparameters().with(Settings.OUTPUT, output), now.engine()).checked());
    }
}
