package lab.carousel.ui.judge;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.task.series.NumberReading;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.TableGrid;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.export.PictureMenu;
import lab.carousel.ui.theme.Look;
import lab.carousel.view.ForecastAnswer;
import lab.carousel.view.JudgedField;
import lab.carousel.view.JudgedRow;
import org.jspecify.annotations.Nullable;

/** A forecast that was made elsewhere: what is pasted of it, and beside it what it is worth. */
final class JudgeView extends SplitPane {

    private static final String DARK = "dark";
    private static final int ROWS = 12;
    private static final double LEFT = 0.3;
    private static final double PICTURE = 320;
    private static final double TABLE = 220;
    /** Of the columns of the table. */
    private static final double[] WIDTHS = {220, 80, 180, 220, 400};

    private final TextArea text = new TextArea();
    private final Map<JudgedField, Label> problems = new EnumMap<>(JudgedField.class);
    private final TextField train = new TextField();
    private final TextField period = new TextField();
    private final DropDown<String> truth = new DropDown<>();
    private final DropDown<String> forecast = new DropDown<>();
    private final DropDown<NumberReading> reading = new DropDown<>();
    private final VBox readings;
    private final Label headline = Controls.words("judgeHeadline", "place-title");
    private final Label sentences = Controls.words("judgeSentences");
    private final Label recognised = Controls.words("judgeRecognised", "muted");
    private final DrawingView picture;
    private final TableGrid<JudgedRow> table;
    private final MenuButton export;
    private final Button copy;
    private final ConflatingWorker<Map<JudgedField, String>, ForecastAnswer> worker;
    private ForecastAnswer shown = ForecastAnswer.of(Map.of());
    private Palette palette = Palette.LIGHT;
    /** What is offered is not chosen by anybody. */
    private boolean isOffering;

    JudgeView(Background background, Runnable onOpen, Exporter exporter) {
        setId("judgeView");
        text.setPrefRowCount(ROWS);
        text.setPrefColumnCount(ROWS);
        // A prompt loses its line feeds
        text.setPromptText(Message.text("judge.TEXT.prompt").replace('\n', '\r'));
        Button open = Controls.button("judgeOpen", "judge.open", onOpen, "small");
        reading.says(each -> Message.text("judge.reading." + each));
        Stream.of(truth, forecast)
                .peek(choice -> choice.says(name -> name.isEmpty() ? Message.text("judge.found") : name))
                .forEach(choice -> choice.setValue(""));
        readings = field(JudgedField.READING, reading);
        VBox form = new VBox(
                field(JudgedField.TEXT, text),
                open,
                readings,
                field(JudgedField.TRAIN, train),
                field(JudgedField.PERIOD, period),
                field(JudgedField.TRUTH, stretch(truth)),
                field(JudgedField.FORECAST, stretch(forecast)));
        form.getStyleClass().add("judge-form");
        picture = new DrawingView(background, "judgePicture");
        picture.setMinHeight(PICTURE);
        table = floors(shown);
        export = named(new MenuButton(Message.text("judge.picture.menu")), "judgeExport", "small");
        export.getItems()
                .setAll(PictureMenu.of(
                                "judge", Message.text("judge.picture"), () -> "forecast", this::picture, exporter)
                        .getItems());
        copy = Controls.button("judgeCopy", "judge.copy", table::copy, "small");
        VBox told = new VBox(headline, sentences, picture, table, recognised, Controls.row(8, export, copy));
        // Where there is too little room it scrolls: no sentence is cut
        Stream.of(headline, sentences, recognised).forEach(words -> words.setMinHeight(USE_PREF_SIZE));
        told.getStyleClass().add("judge-told");
        Controls.grow(picture);
        ScrollPane left = new ScrollPane(form);
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        form.setMinWidth(0);
        text.setMinWidth(0);
        ScrollPane right = new ScrollPane(told);
        right.setFitToWidth(true);
        right.setFitToHeight(true);
        getItems().setAll(left, right);
        setDividerPositions(LEFT);
        worker = new ConflatingWorker<>(background, "judge", ForecastAnswer::of, this::show);
        Stream.<ObservableValue<?>>of(
                        text.textProperty(),
                        train.textProperty(),
                        period.textProperty(),
                        truth.valueProperty(),
                        forecast.valueProperty(),
                        reading.valueProperty())
                .forEach(value -> value.addListener((observable, before, now) -> ask()));
        show(shown);
    }

    private static TableGrid<JudgedRow> floors(ForecastAnswer none) {
        TableGrid<JudgedRow> table =
                new TableGrid<>("judgeTable", "", row -> row.name().hashCode(), row -> {});
        table.setColumns(none.table());
        for (int column = 0; column < WIDTHS.length; column++) {
            table.getColumns().get(column).setPrefWidth(WIDTHS[column]);
        }
        table.setMinHeight(TABLE);
        table.setPrefHeight(TABLE);
        return table;
    }

    /** A control with its name, and room for what is wrong with it. */
    private VBox field(JudgedField field, Control control) {
        named(control, "judge" + field);
        Label problem = wrapped(named(new Label(), "judgeProblem" + field, "problem"));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problems.put(field, problem);
        VBox captioned = Controls.captioned(field.key(), control);
        captioned.getChildren().add(problem);
        // What is wrong, and a long line, take no more room than there is
        captioned.setMinWidth(0);
        return captioned;
    }

    void paste(String columns) {
        text.setText(columns);
    }

    private void ask() {
        if (!isOffering) {
            worker.ask(Map.of(
                    JudgedField.TEXT, text.getText(),
                    JudgedField.TRAIN, train.getText(),
                    JudgedField.PERIOD, period.getText(),
                    JudgedField.TRUTH, Objects.requireNonNullElse(truth.getValue(), ""),
                    JudgedField.FORECAST, Objects.requireNonNullElse(forecast.getValue(), ""),
                    JudgedField.READING,
                            reading.getValue() == null ? "" : reading.getValue().name()));
        }
    }

    private void show(ForecastAnswer answer) {
        shown = answer;
        isOffering = true;
        List<String> names = answer.names().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(""), answer.names().stream()).toList();
        offer(truth, names, "");
        offer(forecast, names, "");
        offer(reading, answer.readings(), null);
        isOffering = false;
        Controls.show(readings, !answer.readings().isEmpty());
        problems.forEach((field, problem) ->
                problem.setText(Optional.ofNullable(answer.problems().get(field))
                        .map(Message::text)
                        .orElse("")));
        headline.setText(answer.headline());
        sentences.setText(String.join("\n", answer.sentences()));
        recognised.setText(String.join("\n", answer.recognised()));
        picture.show(answer.drawing().orElse(null));
        picture.setAccessibleText(answer.headline() + " " + String.join(" ", answer.sentences()));
        table.setRows(answer.rows());
        export.setDisable(answer.drawing().isEmpty());
        copy.setDisable(answer.rows().isEmpty());
    }

    /** What is chosen stays so while a text cannot be read. */
    private static <T> void offer(DropDown<T> choice, List<T> offered, @Nullable T otherwise) {
        if (!offered.isEmpty() && !choice.getItems().equals(offered)) {
            T before = choice.getValue();
            choice.getItems().setAll(offered);
            choice.setValue(before != null && offered.contains(before) ? before : otherwise);
        }
    }

    private Optional<Picture> picture() {
        return shown.picture(palette).map(drawn -> drawn);
    }

    void setLook(Look look) {
        palette = look.palette();
        picture.setPalette(palette);
        getStyleClass().remove(DARK);
        if (look.isDark()) {
            getStyleClass().add(DARK);
        }
    }
}
