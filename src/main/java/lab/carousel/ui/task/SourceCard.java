package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.picture.task.ChannelDrawing;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.form.NumberRow;

/** A task whose sequences are drawn: which one, how large, what its sequences look like, and some of them. */
final class SourceCard extends DraftCard<SourceDraft> {

    private final DropDown<DrawnTask> kinds = stretch(named(new DropDown<>(DrawnKinds.ALL), "sourceKind"));
    private final DrawingView curves;
    private final VBox curveBox;
    private final Button keep;
    private final Label keepNote = note("editor.source.keep.numbers");
    private final Map<String, NumberRow> numbers = new LinkedHashMap<>();
    private final Label words = Controls.words("sourceWords", "source-words");
    private final Label size = Controls.words("sourceSize", "editor-note");
    private final VBox example = styled(new VBox(), "source-card");

    /**
     * A card.
     *
     * @param onChange changes what is edited
     * @param onKeep   what is done to make a list of the sample
     */
    SourceCard(Background background, Consumer<UnaryOperator<SourceDraft>> onChange, Runnable onKeep) {
        super("source", onChange);
        kinds.setAccessibleText(Message.text("editor.source.kind"));
        kinds.says(kind -> Message.text("editor.source." + kind.name() + ".title"));
        kinds.valueProperty().addListener((observable, before, kind) -> change(draft -> draft.withKind(kind)));
        kinds.groups(SourceCard::group);
        keep = Controls.button("keepAsList", "editor.source.keep", onKeep);
        curves = new DrawingView(background, "sourceCurves");
        curveBox = styled(new VBox(note("editor.source.curves"), curves), "source-card");
        example.getChildren()
                .addAll(
                        size,
                        curveBox,
                        note("editor.source.sample"),
                        sample,
                        note("editor.source.fresh"),
                        keep,
                        keepNote);
        VBox card = new VBox(kinds, words);
        DrawnKinds.ALL.stream().flatMap(kind -> kind.parameters().stream()).forEach(this::addNumber);
        card.getChildren().addAll(numbers.values());
        card.getChildren().add(example);
        fill(card);
    }

    /** One row for all kinds that have a parameter of the name. */
    private void addNumber(DrawnParameter parameter) {
        String name = parameter.name();
        numbers.computeIfAbsent(
                name,
                fresh -> form.number(
                        name,
                        SliderScale.wholeLogarithmic(parameter.least(), parameter.most()),
                        text -> change(draft -> draft.with(name, text))));
    }

    @Override
    void show(SourceDraft now) {
        kinds.setValue(now.kind());
        words.setText(Message.text("editor.source." + now.kind().name() + ".words"));
        numbers.values().forEach(number -> Controls.show(number, false));
        for (DrawnParameter parameter : now.kind().parameters()) {
            NumberRow number = Objects.requireNonNull(numbers.get(parameter.name()));
            Controls.show(number, true);
            number.show(now.text(parameter), false);
            number.showProblem(now.problem(parameter));
        }
        Optional<DrawnTask> source = now.source();
        example.setVisible(source.isPresent());
        source.ifPresent(this::showExample);
    }

    private void showExample(DrawnTask source) {
        Task task = Task.drawn(source);
        size.setText(Message.text(
                "editor.source." + source.name() + ".size",
                source.shortestSteps(),
                source.shortestSteps() - 1,
                task.inputs(),
                source.outputs()));
        showSample(task.sequences());
        boolean isNoList = InvalidInput.problemOf(() -> new Task(task.alphabet(), task.sequences()))
                .isPresent();
        keep.setDisable(isNoList);
        Controls.show(keepNote, isNoList);
        Controls.show(curveBox, isNoList);
        if (isNoList) {
            ChannelDrawing drawing = new ChannelDrawing(task.encoded()[0], task.alphabet(), source.outputs());
            if (!drawing.equals(curves.drawing())) {
                double height = task.alphabet().size() * ChannelDrawing.PANEL + ChannelDrawing.FOOT;
                curves.setMinHeight(height);
                curves.setPrefHeight(height);
                curves.setAccessibleText(drawing.words());
                curves.show(drawing);
            }
        }
    }

    void setPalette(Palette palette) {
        curves.setPalette(palette);
    }

    private static String group(DrawnTask kind) {
        return DrawnKinds.GROUPS.stream()
                .filter(group -> group.kinds().contains(kind))
                .map(group -> Message.text("editor.source.group." + group.name()))
                .findFirst()
                .orElse("");
    }

    private static Label note(String key) {
        return wrapped(styled(new Label(Message.text(key)), "editor-note"));
    }
}
