package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.study.TypedAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.study.many.Question;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.TypedField;

/** Puts a study of the current experiment together: what is asked, and what is varied over which values. */
final class OwnStudyForm extends VBox {

    static final TypedStudy NOTHING =
            new TypedStudy(Optional.empty(), Collections.nCopies(2, new TypedAxis(AxisRow.NOTHING, "")));

    private static final double AXIS_WIDTH = 400;

    private final List<AxisRow> axes;
    private final DropDown<Optional<Question>> question = named(new DropDown<>(), "ownQuestion");

    /**
     * A form in which nothing is varied yet.
     *
     * @param onChange called when something is changed
     */
    OwnStudyForm(Runnable onChange) {
        getStyleClass().add("studies-own");
        axes = IntStream.rangeClosed(1, NOTHING.axes().size())
                .mapToObj(number -> new AxisRow(number, onChange))
                .toList();
        question.getItems().add(Optional.empty());
        List.of(Question.values()).forEach(each -> question.getItems().add(Optional.of(each)));
        question.setValue(Optional.empty());
        question.says(asked -> asked.map(each -> Message.text("studyWindow.group." + each.name()))
                .orElse(Message.text("studyWindow.own.suitable")));
        question.valueProperty().addListener((observable, before, now) -> onChange.run());
        HBox varied = new HBox(24);
        varied.getChildren().addAll(axes);
        getChildren().addAll(varied, Controls.captioned("studyWindow.own.question", question));
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
        return axes.stream().allMatch(AxisRow::isValid) ? Optional.of(typed()) : Optional.empty();
    }

    /** Chooses a hyperparameter and types its values. */
    private static final class AxisRow extends VBox {

        private static final String NOTHING = "";

        private final DropDown<String> name = new DropDown<>();
        private final TypedField<String> values;

        /**
         * A row in which nothing is varied.
         *
         * @param number   from 1; the ids of its controls end in it
         * @param onChange called when something is changed
         */
        AxisRow(int number, Runnable onChange) {
            super(4);
            // All get the same share of the row, however much is typed
            grow(this).setPrefWidth(AXIS_WIDTH);
            setMinWidth(0);
            named(name, "axisName" + number);
            name.getItems().add(NOTHING);
            name.getItems().addAll(HyperparameterAxis.names());
            name.setValue(NOTHING);
            name.says(each -> each.isEmpty()
                    ? Message.text("studyWindow.own.nothing")
                    : OwnStudy.label(each).text());
            name.setPrefWidth(168);
            values = grow(new TypedField<>("axisValues" + number, "studyWindow.own.values", "", this::listed));
            VBox caption = Controls.captioned(number == 1 ? "studyWindow.own.vary" : "studyWindow.own.andVary", name);
            getChildren().add(new HBox(8, caption, values));
            name.valueProperty().addListener((observable, before, now) -> {
                arrange();
                onChange.run();
            });
            values.textProperty().addListener((observable, before, now) -> onChange.run());
            arrange();
        }

        /** Shows the field of values if there is something to vary. */
        private void arrange() {
            Controls.show(values, !name.getValue().isEmpty());
            values.read();
        }

        private String listed(String text) {
            if (!name.getValue().isEmpty()) {
                OwnStudy.axis(new TypedAxis(name.getValue(), text));
            }
            return text;
        }

        TypedAxis typed() {
            return new TypedAxis(name.getValue(), values.getText());
        }

        /** Puts into the fields what was typed before; of a hyperparameter that there is none nothing is varied. */
        void show(TypedAxis typed) {
            name.setValue(name.getItems().contains(typed.name()) ? typed.name() : NOTHING);
            values.setText(typed.values());
        }

        boolean isValid() {
            return values.getValue().isPresent();
        }
    }
}
