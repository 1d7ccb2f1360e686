package lab.carousel.ui.answers;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.AnswersCsv;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.TextFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.lesson.answers.StudentAnswer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.answers.Votes;
import lab.carousel.picture.study.PooledVerdicts;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.TableGrid;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.export.PictureMenu;
import lab.carousel.ui.file.FileServices;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.theme.Stylesheets;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a class in a window of their own, so that the teacher can move it to the projector. They are read and
 * their runs trained again in the background. Used on the JavaFX thread.
 */
public final class AnswersWindow {

    private static final double WIDTH = 1040;
    private static final double HEIGHT = 760;

    private final Rechecks rechecks;
    private final Background background;
    private final FileServices fileServices;
    private final Exporter exporter;

    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
    private Optional<AnswersView> view = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    /** @param exporter writes pictures */
    public AnswersWindow(Background background, FileServices fileServices, Exporter exporter) {
        this.background = background;
        this.fileServices = fileServices;
        this.exporter = exporter;
        rechecks = new Rechecks(background);
    }

    /**
     * Opens what a class handed in; if that cannot be done, says why.
     *
     * @param path    a folder or a zip
     * @param lessons those that are known; asked in the background
     */
    public void open(Path path, Supplier<List<Lesson>> lessons, Look look, Window owner) {
        int number = rechecks.begin();
        fileServices.read(
                path,
                progress -> {
                    List<Lesson> known = lessons.get();
                    Map<String, String> versions = known.stream()
                            .collect(Collectors.toMap(Lesson::name, Lesson::version, (one, other) -> one));
                    return Map.entry(ClassFolder.read(path, progress).together(versions), new LessonWords(known));
                },
                found -> {
                    AnswersView shown = show(owner);
                    shown.setLook(look);
                    answers = found.getKey();
                    shown.show(answers, found.getValue());
                    rechecks.check(number, answers, shown, checked -> answers = checked);
                });
    }

    private AnswersView show(Window owner) {
        AnswersView shown = view.orElseGet(() -> new AnswersView(background, this::saveCsv, exporter));
        view = Optional.of(shown);
        Stage window = stage.orElseGet(() -> build(shown, owner));
        stage = Optional.of(window);
        window.show();
        window.toFront();
        return shown;
    }

    private Stage build(AnswersView shown, Window owner) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle(Message.text("answers.title"));
        Scene scene = new Scene(shown, WIDTH, HEIGHT);
        Stylesheets.addTo(scene);
        window.setScene(scene);
        Icons.copy(window, owner);
        window.setOnHidden(event -> rechecks.begin());
        return window;
    }

    private void saveCsv() {
        String table = AnswersCsv.of(answers);
        fileServices
                .dialogs()
                .chooseTarget("answers.csv", ".csv", Message.text("answers.csv.kind"))
                .ifPresent(file -> fileServices.save(
                        file, () -> TextFile.write(file, table), where -> Message.text("answers.csv.done", where)));
    }

    /** The window; empty before anything was opened. */
    public Optional<Window> window() {
        return stage.map(shown -> shown);
    }

    public void close() {
        stage.ifPresent(Stage::close);
    }

    /** Trains the runs of a class again in the background, one after the other. Used on the JavaFX thread. */
    static final class Rechecks {

        /** The picture is drawn anew after so many runs. */
        private static final int RUNS_PER_DRAWING = 10;

        private final SerialExecutor checks;
        /** Counts what was begun: what belongs to something begun before is given up. */
        private final AtomicInteger begun = new AtomicInteger();

        private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());

        Rechecks(Background background) {
            checks = background.inOrder("answers", Background.Urgency.ASIDE);
        }

        /** Ends what was begun before; returns the number of what begins now. */
        int begin() {
            return begun.incrementAndGet();
        }

        /**
         * Trains all runs again, until something else begins.
         *
         * @param read   as the class handed them in
         * @param view   where the runs are shown
         * @param took   told the answers with what is known of their runs, after each of them
         */
        void check(int number, ClassAnswers read, AnswersView view, Consumer<ClassAnswers> took) {
            Recheck recheck = new Recheck(new KernelEngine(), () -> begun.get() != number);
            List<PooledRun> runs =
                    read.pools().stream().flatMap(pool -> pool.runs().stream()).toList();
            AtomicInteger done = new AtomicInteger();
            answers = read;
            runs.forEach(run -> checks.ask(() -> recheck.of(run), checked -> {
                if (begun.get() == number) {
                    answers = answers.checked(other -> other == run ? checked : other);
                    took.accept(answers);
                    int count = done.incrementAndGet();
                    if (count % RUNS_PER_DRAWING == 0 || count == runs.size()) {
                        view.showRuns(answers, count, runs.size());
                    }
                }
            }));
        }
    }

    /** What a class answered: who said what, the runs of all together, and the files that are left out. */
    static final class AnswersView extends BorderPane {

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
            export.getItems()
                    .addAll(menu("votes", questions::picture, exporter), menu("runs", pools::picture, exporter));
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
                    "answers-" + key, title, Message.text("answers.export.name." + key), picture, exporter);
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
            students.setText(Message.text("answers.students", answers.students().size()));
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
                List<Verdict> verdicts = Stream.of(Verdict.values())
                        .filter(verdict -> verdict == Verdict.REMEMBERS
                                || pool.with(verdict).count() > 0)
                        .toList();
                picture.show(new PooledVerdicts(
                        pool.words(),
                        setUp(pool),
                        Stream.concat(
                                        Stream.of(Message.text("answers.allRight")),
                                        verdicts.stream().map(verdict -> Message.text("verdict." + verdict + ".name")))
                                .toList(),
                        Stream.concat(Stream.of(pool.right()), verdicts.stream().map(pool::with))
                                .toList()));
            }
        }

        /** The questions of a class, and for the one that is chosen who said what, with the reasons side by side. */
        static final class QuestionsPane extends SplitPane {

            private static final double TABLE = 120;

            private final ListView<AskedStep> questions = named(new ListView<>(), "answersAsked");
            private final Label counts = named(new WholeLabel(), "answersCounts");
            private final DrawingView votes;
            private final TableGrid<StudentAnswer> table = grow(
                    new TableGrid<>("answersTable", Message.text("answers.none"), StudentAnswer::student, any -> {}));

            private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
            private LessonWords choices = new LessonWords(List.of());
            private boolean isHidingNames;
            private Palette palette = Palette.LIGHT;

            QuestionsPane(Background background) {
                setId("answersQuestions");
                votes = grow(new DrawingView(background, "answersVotes"));
                Controls.show(votes, false);
                questions.setCellFactory(list -> new ListCell<>() {
                    @Override
                    protected void updateItem(@Nullable AskedStep asked, boolean empty) {
                        super.updateItem(asked, empty);
                        setText(empty || asked == null ? null : choices.title(asked));
                        setWrapText(true);
                        setPrefWidth(0);
                    }
                });
                questions
                        .getSelectionModel()
                        .selectedItemProperty()
                        .addListener((observable, before, now) -> show(now));
                // What is left is shared with the votes
                table.setPrefHeight(TABLE);
                table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
                Table<StudentAnswer> columns = Table.of(List.of());
                column(columns, "student", said -> answers.label(said.student(), isHidingNames));
                column(
                        columns,
                        "before",
                        said -> LessonWords.letters(said.answers().before()));
                column(
                        columns,
                        "after",
                        said -> LessonWords.letters(said.answers().after()));
                column(columns, "seen", QuestionsPane::seen);
                column(columns, "reason", said -> said.answers().reason());
                table.setColumns(columns);
                VBox right = styled(new VBox(8, counts, votes, table), "answers-question");
                getItems().addAll(questions, right);
                setDividerPositions(0.3);
            }

            private static void column(Table<StudentAnswer> table, String key, Function<StudentAnswer, String> words) {
                table.column(Message.text("answers.column." + key), words);
            }

            private static String seen(StudentAnswer said) {
                return said.answers().observed().stream()
                        .flatMap(seen -> seen.stream())
                        .map(seen -> NumberText.upToFourDecimals(seen.answer()) + (seen.agrees() ? " ✓" : " ✗"))
                        .collect(Collectors.joining("  "));
            }

            void show(ClassAnswers shown, LessonWords words) {
                answers = shown;
                choices = words;
                questions.getItems().setAll(shown.asked());
                questions.getSelectionModel().selectFirst();
            }

            void hideNames(boolean hidden) {
                isHidingNames = hidden;
                table.refresh();
            }

            void setPalette(Palette newPalette) {
                palette = newPalette;
                votes.setPalette(palette);
            }

            /** The votes that are shown, for a slide. */
            Optional<Picture> picture() {
                AskedStep asked = questions.getSelectionModel().getSelectedItem();
                return asked == null || !(votes.drawing() instanceof Votes shown)
                        ? Optional.empty()
                        : Optional.of(
                                DrawnPicture.slide(choices.title(asked), choices.question(asked), shown, palette));
            }

            private void show(@Nullable AskedStep asked) {
                table.setRows(asked == null ? List.of() : asked.said());
                counts.setText(asked == null ? "" : words(asked));
                Optional<Votes> drawn = Optional.ofNullable(asked)
                        .map(choices::votes)
                        .filter(found -> !found.choices().isEmpty());
                votes.show(drawn.orElse(null));
                votes.setAccessibleText(drawn.map(Votes::words).orElse(null));
                double height =
                        drawn.map(found -> Votes.height(found.choices().size())).orElse(0.0);
                votes.setMinHeight(height);
                votes.setPrefHeight(height);
                votes.setMaxHeight(2 * height);
                Controls.show(votes, drawn.isPresent());
            }

            private String words(AskedStep asked) {
                String seen = asked.observations() == 0
                        ? ""
                        : "\n" + Message.text("answers.seen", asked.agreeing(), asked.observations());
                return choices.question(asked) + seen;
            }
        }
    }
}
