package lab.carousel.ui.answers;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.StudentAnswer;
import lab.carousel.picture.answers.Votes;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.TableGrid;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import org.jspecify.annotations.Nullable;

/** The questions of a class, and for the one that is chosen who said what, with the reasons side by side. */
final class QuestionsPane extends SplitPane {

    private static final double TABLE = 120;

    private final ListView<AskedStep> questions = named(new ListView<>(), "answersAsked");
    private final Label counts = named(new WholeLabel(), "answersCounts");
    private final DrawingView votes;
    private final TableGrid<StudentAnswer> table =
            grow(new TableGrid<>("answersTable", Message.text("answers.none"), StudentAnswer::student, any -> {}));

    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
    private LessonWords choices = new LessonWords(List.of(), List.of());
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
        questions.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> show(now));
        // What is left is shared with the votes
        table.setPrefHeight(TABLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        Table<StudentAnswer> columns = Table.of(List.of());
        column(columns, "student", said -> answers.label(said.student(), isHidingNames));
        column(columns, "before", said -> LessonWords.letters(said.answers().before()));
        column(columns, "after", said -> LessonWords.letters(said.answers().after()));
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
                .map(seen -> NumberText.upToFourDecimals(seen.answer())
                        + seen.agrees().map(right -> right ? " ✓" : " ✗").orElse(""))
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
                : Optional.of(DrawnPicture.slide(choices.title(asked), choices.question(asked), shown, palette));
    }

    private void show(@Nullable AskedStep asked) {
        table.setRows(asked == null ? List.of() : asked.said());
        counts.setText(asked == null ? "" : words(asked));
        Optional<Votes> drawn = Optional.ofNullable(asked).map(choices::votes).filter(found -> !found.choices()
                .isEmpty());
        votes.show(drawn.orElse(null));
        votes.setAccessibleText(drawn.map(Votes::words).orElse(null));
        double height = drawn.map(Votes::height).orElse(0.0);
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
