package lab.carousel.ui.answers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.lesson.answers.PoolWords;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.PooledVerdicts;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.hyperparameters.SettingsTable;
import org.jspecify.annotations.Nullable;

/** The runs of a class: for the set-up that is chosen all seeds in one picture, with the interval of each share. */
final class PoolsPane extends VBox {

    private static final double HEIGHT = 180;

    private final DropDown<Pool> pools = new DropDown<>();
    private final Label words = new WholeLabel();
    private final Label checks = new WholeLabel();
    private final DrawingView picture;

    PoolsPane(Background background) {
        super(8);
        setId("answersPools");
        picture = new DrawingView(background, "answersPicture");
        picture.setMinHeight(HEIGHT);
        picture.setPrefHeight(HEIGHT);
        VBox.setVgrow(picture, Priority.ALWAYS);
        pools.setId("answersPool");
        pools.setMaxWidth(Double.MAX_VALUE);
        pools.setAccessibleText(Message.text("answers.setUp"));
        pools.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Pool pool) {
                return pool == null ? "" : setUp(pool);
            }

            @Override
            public @Nullable Pool fromString(String text) {
                return null; // nobody types here
            }
        });
        pools.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> show(now));
        words.setId("answersPoolWords");
        words.getStyleClass().add("answers-pool");
        checks.setId("answersChecks");
        checks.getStyleClass().add("muted");
        getChildren().addAll(pools, words, picture, checks);
    }

    private static String setUp(Pool pool) {
        Experiment reference = Experiment.reference();
        Experiment asFirst = pool.experiment()
                .with(all -> all.withSeed(reference.hyperparameters().seed()));
        String different = SettingsTable.differences(List.of(reference, asFirst)).stream()
                .map(row ->
                        Message.text("lesson.value", row.name(), row.values().get(1)))
                .collect(Collectors.joining(", "));
        return Message.text(
                "answers.pool.setUp",
                pool.runs().size(),
                different.isEmpty() ? Message.text("lesson.tries.reference") : different);
    }

    void setPalette(Palette palette) {
        picture.setPalette(palette);
    }

    /** Shows the runs; the set-up that is chosen stays. */
    void show(List<Pool> shown) {
        int chosen = Math.max(0, pools.getSelectionModel().getSelectedIndex());
        pools.getItems().setAll(shown);
        pools.getSelectionModel().select(Math.min(chosen, shown.size() - 1));
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    private void show(@Nullable Pool pool) {
        if (pool == null) {
            return;
        }
        words.setText(PoolWords.of(pool));
        checks.setText(Message.text(
                "answers.checks",
                pool.count(Check.CONFIRMED),
                pool.count(Check.CORRECTED),
                pool.count(Check.UNCHECKED),
                pool.count(Check.OPEN)));
        List<Verdict> verdicts = Stream.of(Verdict.values())
                .filter(verdict ->
                        verdict == Verdict.REMEMBERS || pool.with(verdict).count() > 0)
                .toList();
        picture.show(new PooledVerdicts(
                PoolWords.of(pool),
                setUp(pool),
                Stream.concat(
                                Stream.of(Message.text("answers.allRight")),
                                verdicts.stream().map(verdict -> Message.text("verdict." + verdict + ".name")))
                        .toList(),
                Stream.concat(Stream.of(pool.right()), verdicts.stream().map(pool::with))
                        .toList()));
    }
}
