package lab.carousel.ui.studies;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.study.many.Question;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.DropDown;

/** Puts a study of the current experiment together: what is asked, and what is varied over which values. */
final class OwnStudyForm extends VBox {

    static final int AXES = 2;
    private static final double AXIS_WIDTH = 400;

    private final List<AxisRow> axes;
    private final DropDown<Optional<Question>> question = new DropDown<>();

    /**
     * A form in which nothing is varied yet.
     *
     * @param onChange called when something is changed
     */
    OwnStudyForm(Runnable onChange) {
        getStyleClass().add("studies-own");
        axes = IntStream.rangeClosed(1, AXES)
                .mapToObj(number -> new AxisRow(number, onChange))
                .toList();
        getChildren().addAll(varied(), questions(onChange));
    }

    private VBox questions(Runnable onChange) {
        question.setId("ownQuestion");
        question.getItems().add(Optional.empty());
        for (Question each : Question.values()) {
            question.getItems().add(Optional.of(each));
        }
        question.setValue(Optional.empty());
        question.setConverter(new Names());
        question.valueProperty().addListener((observable, before, now) -> onChange.run());
        return new Captioned("studyWindow.own.question", question);
    }

    private HBox varied() {
        HBox varied = new HBox(24);
        for (AxisRow axis : axes) {
            // Both get the same share of the row, however much is typed
            axis.setPrefWidth(AXIS_WIDTH);
            axis.setMinWidth(0);
            HBox.setHgrow(axis, Priority.ALWAYS);
            varied.getChildren().add(axis);
        }
        return varied;
    }

    private static final class Names extends StringConverter<Optional<Question>> {
        @Override
        public String toString(Optional<Question> question) {
            return question == null || question.isEmpty()
                    ? Message.text("studyWindow.own.suitable")
                    : Message.text("studyWindow.group." + question.get().name());
        }

        @Override
        public Optional<Question> fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }

    /** What stands in the fields, valid or not. */
    TypedStudy typed() {
        return new TypedStudy(
                question.getValue(), axes.stream().map(AxisRow::typed).toList());
    }

    /** Puts into the fields what was typed before. */
    void show(TypedStudy typed) {
        question.setValue(typed.question());
        for (int axis = 0; axis < axes.size() && axis < typed.axes().size(); axis++) {
            axes.get(axis).show(typed.axes().get(axis));
        }
    }

    /** What was put together; empty while something in it cannot be used, which it says at its place. */
    Optional<TypedStudy> valid() {
        return axes.stream().allMatch(axis -> axis.valid().isPresent()) ? Optional.of(typed()) : Optional.empty();
    }
}
