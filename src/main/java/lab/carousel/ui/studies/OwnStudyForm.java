package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.TypedField;

/** Puts a study of the current experiment together: what is asked, and what is varied over which values. */
final class OwnStudyForm extends VBox {

    static final int AXES = 2;
    static final int DRAWS = 50;
    private static final double AXIS_WIDTH = 400;

    private final List<AxisRow> axes;
    private final DropDown<Optional<Question>> question = new DropDown<>();
    private final CheckBox random = whole(named(new CheckBox(Message.text("studyWindow.own.random")), "ownRandom"));
    private final TypedField<Integer> draws;

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
        draws = new TypedField<>(
                "ownDraws",
                "studyWindow.own.draws",
                Integer.toString(DRAWS),
                text -> StudySetup.number(text, Study.MAX_CELLS));
        draws.valueProperty().addListener((observable, before, now) -> onChange.run());
        draws.setVisible(false);
        getChildren().addAll(varied(), new HBox(16, questions(onChange), searches(onChange), draws), draws.problem());
    }

    private VBox questions(Runnable onChange) {
        question.setId("ownQuestion");
        question.getItems().add(Optional.empty());
        for (Question each : Question.values()) {
            question.getItems().add(Optional.of(each));
        }
        question.setValue(Optional.empty());
        question.setConverter(
                new ChoiceWords<>(asked -> asked.map(each -> Message.text("studyWindow.group." + each.name()))
                        .orElse(Message.text("studyWindow.own.suitable"))));
        question.valueProperty().addListener((observable, before, now) -> onChange.run());
        return new Captioned("studyWindow.own.question", question);
    }

    private VBox searches(Runnable onChange) {
        Tip.put(random, Message.text("studyWindow.own.random.tip"));
        random.selectedProperty().addListener((observable, before, now) -> {
            draws.setVisible(now);
            axes.forEach(axis -> axis.setRandom(now));
            onChange.run();
        });
        return styled(new VBox(new Label(" "), random), "typed-field");
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

    /** What stands in the fields, valid or not. */
    TypedStudy typed() {
        return new TypedStudy(
                question.getValue(),
                random.isSelected(),
                draws.getText(),
                axes.stream().map(AxisRow::typed).toList());
    }

    /** Puts into the fields what was typed before. */
    void show(TypedStudy typed) {
        question.setValue(typed.question());
        random.setSelected(typed.random());
        draws.setText(typed.draws());
        for (int axis = 0; axis < axes.size() && axis < typed.axes().size(); axis++) {
            axes.get(axis).show(typed.axes().get(axis));
        }
    }

    /** What was put together; empty while something in it cannot be used, which it says at its place. */
    Optional<OwnStudyDraft> draft() {
        List<AxisDraft> typed = new ArrayList<>();
        axes.forEach(axis -> axis.draft().ifPresent(typed::add));
        boolean valid = typed.size() == axes.size()
                && (!random.isSelected() || draws.getValue().isPresent());
        return valid
                ? Optional.of(new OwnStudyDraft(
                        question.getValue(),
                        typed,
                        random.isSelected(),
                        draws.getValue().orElse(DRAWS)))
                : Optional.empty();
    }

    /**
     * An own study as it was put together.
     *
     * @param question what is asked; empty for what suits what is varied
     * @param axes     what is varied; some may be unused
     * @param random   whether variations are drawn at random
     * @param draws    how many, if they are
     */
    record OwnStudyDraft(Optional<Question> question, List<AxisDraft> axes, boolean random, int draws) {

        /** Copies the axes. */
        OwnStudyDraft {
            axes = List.copyOf(axes);
        }

        /**
         * The study.
         *
         * @param base  the experiment to vary
         * @param seeds how often each variation is trained
         * @throws InvalidInput if it cannot be run
         */
        Study study(Experiment base, int seeds) {
            List<Axis> used = axes.stream()
                    .filter(AxisDraft::isUsed)
                    .map(axis -> axis.axis(random))
                    .toList();
            boolean isSearch = random && !used.isEmpty();
            Question asked = question.orElse(suitable(base, used));
            return new Study(title(used), Message.literal(""), asked, base, used, isSearch ? draws : Study.GRID, seeds);
        }

        private static Question suitable(Experiment base, List<Axis> used) {
            if (!used.isEmpty()) {
                return Question.TUNING;
            }
            return base.task().isDrawn() ? Question.SUCCESS : Question.SEEDS;
        }

        private static Message title(List<Axis> used) {
            return used.isEmpty()
                    ? Message.of("studyWindow.own.title.seeds")
                    : Message.of(
                            "studyWindow.own.title",
                            used.stream()
                                    .map(Axis::words)
                                    .reduce((before, next) -> Message.of("studyWindow.own.title.and", before, next))
                                    .orElseThrow());
        }
    }

    /**
     * Chooses a hyperparameter and types its values, or the range of a random search; what is wrong with them stands below.
     */
    static final class AxisRow extends VBox {

        private static final String NOTHING = "";

        private final DropDown<String> name = new DropDown<>();
        private final TypedField<String> values;
        private final TypedField<String> from;
        private final TypedField<String> to;
        private final CheckBox logarithmic = whole(new CheckBox(Message.text("studyWindow.own.logarithmic")));
        private boolean random;

        /**
         * A row in which nothing is varied.
         *
         * @param number   from 1; the ids of its controls end in it
         * @param onChange called when something is changed
         */
        AxisRow(int number, Runnable onChange) {
            super(4);
            name.setId("axisName" + number);
            name.getItems().add(NOTHING);
            name.getItems().addAll(HyperparameterAxis.names());
            name.setValue(NOTHING);
            name.setConverter(new ChoiceWords<>(
                    each -> each.isEmpty() ? Message.text("studyWindow.own.nothing") : AxisDraft.title(each)));
            name.setPrefWidth(168);
            values = new TypedField<>("axisValues" + number, "studyWindow.own.values", "", this::listed);
            from = new TypedField<>("axisFrom" + number, "studyWindow.own.from", "", text -> text);
            to = new TypedField<>("axisTo" + number, "studyWindow.own.to", "", this::ranging);
            logarithmic.setId("axisLogarithmic" + number);
            Tip.put(logarithmic, Message.text("studyWindow.own.logarithmic.tip"));
            VBox below = styled(new VBox(new Label(" "), logarithmic), "typed-field");
            HBox.setHgrow(values, Priority.ALWAYS);
            HBox.setHgrow(from, Priority.ALWAYS);
            HBox.setHgrow(to, Priority.ALWAYS);
            VBox named = new Captioned(number == 1 ? "studyWindow.own.vary" : "studyWindow.own.andVary", name);
            HBox fields = new HBox(8, named, values, from, to, below);
            getChildren().addAll(fields, values.problem(), from.problem(), to.problem());
            name.valueProperty().addListener((observable, before, now) -> {
                arrange();
                readAgain();
                onChange.run();
            });
            logarithmic.selectedProperty().addListener((observable, before, now) -> {
                readAgain();
                onChange.run();
            });
            values.valueProperty().addListener((observable, before, now) -> onChange.run());
            to.valueProperty().addListener((observable, before, now) -> onChange.run());
            from.valueProperty().addListener((observable, before, now) -> {
                readAgain();
                onChange.run();
            });
            arrange();
        }

        /** Shows the fields that are needed. */
        private void arrange() {
            boolean isUsed = !name.getValue().isEmpty();
            Stream.of(from, to, logarithmic.getParent()).forEach(field -> Controls.show(field, isUsed && random));
            Controls.show(values, isUsed && !random);
        }

        /** Takes ranges of a random search, or listed values. */
        void setRandom(boolean newRandom) {
            random = newRandom;
            arrange();
            readAgain();
        }

        private void readAgain() {
            values.read();
            to.read();
        }

        private String listed(String text) {
            if (isUsed() && !random) {
                new AxisDraft(name.getValue(), text, "", "", false).axis(false);
            }
            return text;
        }

        private String ranging(String text) {
            if (isUsed() && random) {
                new AxisDraft(name.getValue(), "", from.getText(), text, logarithmic.isSelected()).axis(true);
            }
            return text;
        }

        private boolean isUsed() {
            return !name.getValue().isEmpty();
        }

        /** What stands in the fields, valid or not. */
        TypedStudy.TypedAxis typed() {
            return new TypedStudy.TypedAxis(
                    name.getValue(), values.getText(), from.getText(), to.getText(), logarithmic.isSelected());
        }

        /** Puts into the fields what was typed before; of a hyperparameter that there is none nothing is varied. */
        void show(TypedStudy.TypedAxis typed) {
            name.setValue(name.getItems().contains(typed.name()) ? typed.name() : NOTHING);
            values.setText(typed.values());
            from.setText(typed.from());
            to.setText(typed.to());
            logarithmic.setSelected(typed.logarithmic());
        }

        /** What was typed; empty while it cannot be used. */
        Optional<AxisDraft> draft() {
            boolean valid =
                    random ? to.getValue().isPresent() : values.getValue().isPresent();
            return valid
                    ? Optional.of(new AxisDraft(
                            name.getValue(), values.getText(), from.getText(), to.getText(), logarithmic.isSelected()))
                    : Optional.empty();
        }
    }
}
