package lab.carousel.ui.answers;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.study.PooledVerdicts;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.export.PictureMenu;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/** What a class answered: who said what, the runs of all together, and the files that are left out. */
final class AnswersView extends BorderPane {

    private static final String DARK = "dark";
    private static final double QUESTIONS_SHARE = 0.68;

    private final Label students = named(new Label(), "answersStudents", "place-title");
    private final Label progress = named(new Label(), "answersProgress", "muted");
    private final QuestionsPane questions;
    private final PoolsPane pools;
    private final SplitPane middle = new SplitPane();
    private final ListView<String> files = named(new ListView<>(), "answersLeft");
    private final TitledPane left = named(new TitledPane("", files), "answersLeftPane");
    private final CheckBox hide = named(new CheckBox(Message.text("answers.hideNames")), "answersHideNames");

    private ClassAnswers shown = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());

    AnswersView(Background background, Runnable onCsv, Exporter exporter) {
        setId("answersView");
        questions = new QuestionsPane(background);
        pools = new PoolsPane(background);
        hide.selectedProperty().addListener((observable, before, now) -> {
            questions.hideNames(now);
            showFiles();
        });
        Button csv = acting(named(new Button(Message.text("answers.csv")), "answersCsv"), onCsv);
        MenuButton export = named(new MenuButton(Message.text("ui.export")), "answersExport");
        export.getItems().addAll(menu("votes", questions::picture, exporter), menu("runs", pools::picture, exporter));
        HBox top = Controls.row(16, students, progress, Controls.spring(), hide, export, csv);
        top.setPadding(new Insets(8));
        files.setPrefHeight(120);
        left.setExpanded(false);
        pools.setPadding(new Insets(8));
        middle.setOrientation(Orientation.VERTICAL);
        middle.getItems().add(questions);
        setTop(top);
        setCenter(middle);
        setBottom(left);
    }

    private static Menu menu(String key, Supplier<Optional<Picture>> picture, Exporter exporter) {
        String title = Message.text("answers.export." + key);
        return PictureMenu.of(
                "answers-" + key, title, () -> Message.text("answers.export.name." + key), picture, exporter);
    }

    void setLook(Look look) {
        questions.setPalette(look.palette());
        pools.setPalette(look.palette());
        getStyleClass().remove(DARK);
        if (look.isDark()) {
            getStyleClass().add(DARK);
        }
    }

    void show(ClassAnswers answers, LessonWords choices) {
        shown = answers;
        students.setText(Message.text("answers.students", answers.authors()));
        questions.show(answers, choices);
        showPools(answers);
        showFiles();
    }

    /** Without runs the questions have all of the room. */
    private void showPools(ClassAnswers answers) {
        pools.show(answers.pools());
        boolean isShown = !answers.pools().isEmpty();
        if (isShown != middle.getItems().contains(pools)) {
            middle.getItems().setAll(isShown ? List.of(questions, pools) : List.of(questions));
            middle.setDividerPositions(QUESTIONS_SHARE);
        }
    }

    private void showFiles() {
        List<String> lines = FileLines.of(shown, hide.isSelected());
        files.getItems().setAll(lines);
        left.setText(Message.text("answers.files", lines.size()));
        Controls.show(left, !lines.isEmpty());
    }

    /** Shows the runs after some were trained again. */
    void showRuns(ClassAnswers answers, int checked, int all) {
        showPools(answers);
        progress.setText(checked == all ? "" : Message.text("answers.checking", checked, all));
    }

    /** The runs of a class: for the set-up that is chosen all seeds in one picture, with the interval of each share. */
    static final class PoolsPane extends VBox {

        private static final double LEAST_HEIGHT = 130;
        private static final double HEIGHT = 180;

        private final DropDown<Pool> pools = stretch(named(new DropDown<>(), "answersPool"));
        private final Label words = named(new WholeLabel(), "answersPoolWords", "answers-pool");
        private final Label checks = named(new WholeLabel(), "answersChecks", "muted");
        private final DrawingView picture;
        private Palette palette = Palette.LIGHT;

        PoolsPane(Background background) {
            super(8);
            setId("answersPools");
            picture = new DrawingView(background, "answersPicture");
            picture.setMinHeight(LEAST_HEIGHT);
            picture.setPrefHeight(HEIGHT);
            VBox.setVgrow(picture, Priority.ALWAYS);
            pools.setAccessibleText(Message.text("answers.setUp"));
            pools.says(PoolsPane::setUp);
            pools.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> show(now));
            getChildren().addAll(pools, words, picture, checks);
        }

        private static String setUp(Pool pool) {
            Experiment asFirst = pool.experiment().with(all -> all.with(Settings.SEED, Settings.SEED.reference()));
            return Message.text("answers.pool.setUp", pool.runs().size(), SettingsTable.ofReference(asFirst));
        }

        void setPalette(Palette newPalette) {
            palette = newPalette;
            picture.setPalette(palette);
        }

        /** The runs that are shown, for a slide. */
        Optional<Picture> picture() {
            return picture.drawing() instanceof PooledVerdicts shown
                    ? Optional.of(new StudyPicture("runs", shown, palette).slide())
                    : Optional.empty();
        }

        /** Shows the runs; the set-up that is chosen stays. */
        void show(List<Pool> shown) {
            int chosen = Math.max(0, pools.getSelectionModel().getSelectedIndex());
            pools.getItems().setAll(shown);
            pools.getSelectionModel().select(Math.min(chosen, shown.size() - 1));
        }

        private static String checks(Pool pool) {
            int same = pool.count(Check.CONFIRMED);
            int other = pool.count(Check.CORRECTED);
            return Message.text(
                    "answers.checks",
                    same + other,
                    Message.text(other == 0 ? "answers.checks.agree" : "answers.checks.differ", same, other),
                    pool.count(Check.UNCHECKED),
                    pool.count(Check.OPEN));
        }

        private void show(@Nullable Pool pool) {
            if (pool == null) {
                return;
            }
            words.setText(pool.words());
            checks.setText(checks(pool));
            picture.show(ClassPicture.runs(pool, setUp(pool)));
        }
    }
}
