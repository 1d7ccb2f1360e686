package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.picture.task.SeriesDrawing;
import lab.carousel.task.draft.SeriesDraft;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.form.FormRow;
import lab.carousel.ui.form.NumberRow;
import org.jspecify.annotations.Nullable;

/** A series that is to be forecast: which one and where it is from, what is fed and wanted, and where its test part begins. */
final class SeriesCard extends DraftCard<SeriesDraft> {

    private final DropDown<String> names = stretch(named(new DropDown<>(), "seriesName"));
    private final Label origin = Controls.words("seriesOrigin", "source-words");
    private final DropDown<Integer> columns = new DropDown<>();
    private final FormRow target;
    private final DropDown<FedValues> fed = new DropDown<>(List.of(FedValues.values()));
    private final DropDown<Leak> leaks = new DropDown<>(List.of(Leak.values()));
    private final FormRow leak;
    private final DropDown<Scaling> scalings = new DropDown<>(List.of(Scaling.values()));
    private final Map<String, NumberRow> numbers = new LinkedHashMap<>();
    private final Label season = Controls.words("seriesSeason", "editor-note");
    private final ConflatingWorker<SeriesDraft, OptionalInt> seasons;
    private final DrawingView curve;
    /** Null until one is shown. */
    private @Nullable SeriesData named;

    /**
     * A card.
     *
     * @param onChange changes what is edited
     * @param onPaste  asks for a series in the clipboard
     * @param onOpen   asks for one in a file
     */
    SeriesCard(
            Background background, Consumer<UnaryOperator<SeriesDraft>> onChange, Runnable onPaste, Runnable onOpen) {
        super("series", onChange);
        names.setAccessibleText(Message.text("editor.series.name"));
        names.says(name -> Message.text("series.name." + name));
        names.valueProperty().addListener((observable, before, now) -> {
            if (now != null) {
                change(draft -> draft.withSeries(now));
            }
        });
        seasons = new ConflatingWorker<>(background, "season", SeriesDraft::found, this::tellSeason);
        curve = new DrawingView(background, "seriesCurve");
        curve.setMinHeight(SeriesDrawing.HEIGHT);
        curve.setPrefHeight(SeriesDrawing.HEIGHT);
        target = form.line("target", stretch(columns));
        columns.valueProperty().addListener((observable, before, now) -> {
            if (now != null) {
                change(draft -> draft.withTarget(now));
            }
        });
        fed.says(each -> Message.text("editor.series.fed." + each));
        fed.valueProperty().addListener((observable, before, now) -> change(draft -> draft.with(now)));
        scalings.says(each -> Message.text("editor.series.scaling." + each));
        scalings.valueProperty().addListener((observable, before, now) -> change(draft -> draft.with(now)));
        leaks.says(each -> Message.text("editor.series.leak." + each));
        leaks.valueProperty().addListener((observable, before, now) -> change(draft -> draft.with(now)));
        leak = form.line("leak", stretch(leaks));
        number(Series.PERIOD, SeriesData.MOST_ROWS / 2);
        number(Series.AHEAD, SeriesFeed.MOST_AHEAD);
        number(Series.TRAIN, SeriesData.MOST_ROWS);
        FlowPane own = new FlowPane(
                8,
                4,
                Controls.button("pasteSeries", "editor.series.paste", onPaste, "small"),
                Controls.button("openSeries", "editor.series.open", onOpen, "small"));
        VBox card = new VBox(names, origin, own, curve, target, form.line("fed", stretch(fed)));
        card.getChildren().addAll(numbers.values());
        card.getChildren().add(card.getChildren().indexOf(numbers.get(Series.PERIOD)) + 1, season);
        card.getChildren().addAll(form.line("scaling", stretch(scalings)), leak);
        fill(styled(card, "series-card"));
    }

    private void number(String name, int most) {
        numbers.put(
                name,
                form.number(
                        name,
                        SliderScale.wholeLogarithmic(1, most),
                        text -> change(draft -> draft.text(name).equals(text) ? draft : draft.with(name, text))));
    }

    private void tellSeason(OptionalInt found) {
        season.setText(Message.text("editor.series.season", found.orElse(0)));
    }

    @Override
    void show(SeriesDraft now) {
        if (!names.getItems().equals(now.names())) {
            names.getItems().setAll(now.names());
        }
        names.setValue(now.data().name());
        if (!now.data().equals(named)) {
            show(now.data());
        }
        columns.setValue(now.target());
        fed.setValue(now.fed());
        scalings.setValue(now.scaling());
        leaks.setValue(now.leak());
        leak.showProblem(
                now.leak() == Leak.NONE
                        ? Optional.empty()
                        : Optional.of(Message.of("editor.series.leak." + now.leak() + ".words")));
        Map<String, Message> problems = now.problems();
        numbers.forEach((name, number) -> {
            number.show(now.text(name), false);
            number.showProblem(Optional.ofNullable(problems.get(name)));
        });
        seasons.ask(now);
        Optional<Series> series = now.series();
        curve.setVisible(series.isPresent());
        series.map(SeriesDrawing::new)
                .filter(drawing -> !drawing.equals(curve.drawing()))
                .ifPresent(drawing -> {
                    curve.setAccessibleText(drawing.words());
                    curve.show(drawing);
                });
    }

    private void show(SeriesData data) {
        named = data;
        origin.setText(data.origin().text());
        columns.setValue(null);
        columns.says(data.channels()::get);
        columns.getItems()
                .setAll(IntStream.range(0, data.channels().size()).boxed().toList());
        Controls.show(target, data.channels().size() > 1);
        number(Series.PERIOD).reachTo(Math.floorDiv(data.size(), 2));
        number(Series.TRAIN).reachTo(data.size());
    }

    private NumberRow number(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    void setPalette(Palette palette) {
        curve.setPalette(palette);
    }
}
