package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.generator.Size;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;

/**
 * A card on which a task that is not typed is made.
 *
 * @param <D> what is being edited; immutable
 */
abstract class DraftCard<D> extends ScrollArea {

    private final Consumer<D> onChange;
    private Optional<D> shown = Optional.empty();

    /** What comes of it. */
    final VBox sample = new VBox();

    /**
     * A card.
     *
     * @param id       names it
     * @param onChange is given what was made of what is shown
     */
    DraftCard(String id, Consumer<D> onChange) {
        this.onChange = onChange;
        setId(id + "Card");
        sample.setId(id + "Sample");
        sample.getStyleClass().add("source-sample");
    }

    /** Puts the controls there; to be called once, when they are made. */
    final void fill(VBox card) {
        card.getStyleClass().add("source-card");
        setContent(card);
    }

    static Button button(String id, String key, Runnable action) {
        Button button = named(new Button(Message.text(key)), id);
        Tip.put(button, Message.text(key + ".tip"));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Shows sequences that come of it, abridged where they are long. */
    final void showSample(List<Sequence> sequences) {
        sample.getChildren().setAll(sequences.stream().map(DraftCard::line).toList());
    }

    private static Label line(Sequence sequence) {
        Label line = styled(new Label(sequence.abridged()), "source-sequence");
        line.setMinWidth(0);
        Tip.put(line, Message.text("editor.source.steps", sequence.steps()));
        return line;
    }

    /** Changes what is shown. */
    final void change(UnaryOperator<D> change) {
        shown.ifPresent(draft -> onChange.accept(change.apply(draft)));
    }

    /** Shows what is being edited. */
    final void showDraft(D now) {
        shown = Optional.of(now);
        show(now);
    }

    abstract void show(D now);

    /** A task whose sequences are drawn: which one, how large, what its sequences look like, and some of them. */
    static final class SourceCard extends DraftCard<SourceDraft> {

        private final Pills<Kind> kinds = new Pills<>(List.of(Kind.values()), SourceCard::pill);
        private final NumberLine p =
                number("p", PaperTask.MIN_P, PaperTask.MAX_P, text -> change(draft -> draft.withP(text)));
        private final NumberLine q = number("q", 0, PaperTask.MAX_Q, text -> change(draft -> draft.withQ(text)));
        private final Label words = Controls.words("sourceWords", "source-words");
        private final Label size = Controls.words("sourceSize", "editor-note");
        private final VBox example = styled(new VBox(), "source-card");

        /**
         * A card.
         *
         * @param onChange is given what was made of what is shown
         * @param onKeep what is done to make a list of the sample
         */
        SourceCard(Consumer<SourceDraft> onChange, Runnable onKeep) {
            super("source", onChange);
            kinds.valueProperty().addListener((observable, before, kind) -> change(draft -> draft.withKind(kind)));
            Button keep = button("keepAsList", "editor.source.keep", onKeep);
            example.getChildren().addAll(size, note("editor.source.sample"), sample, note("editor.source.fresh"), keep);
            fill(new VBox(kinds, words, p, q, example));
        }

        private static NumberLine number(String name, int least, int most, Consumer<String> onTyped) {
            return new NumberLine(
                    "source-" + name, name, Message.text("editor.source." + name + ".tip"), least, most, onTyped);
        }

        private static ToggleButton pill(Kind kind) {
            ToggleButton pill = grow(stretch(named(new ToggleButton(kind.paperName()), "source-" + kind.paperName())));
            Tip.put(pill, Message.text("editor.source." + kind.name() + ".title"));
            return pill;
        }

        @Override
        void show(SourceDraft now) {
            kinds.choose(now.kind());
            p.show(now.p(), now.pProblem());
            q.show(now.q(), now.qProblem());
            Controls.show(q, now.kind().hasQ());
            words.setText(Message.text("editor.source." + now.kind().name() + ".words"));
            Optional<PaperTask> source = now.source();
            example.setVisible(source.isPresent());
            source.ifPresent(this::showExample);
        }

        private void showExample(PaperTask source) {
            Task task = Task.drawn(source);
            size.setText(Message.text(
                    "editor.source." + source.kind().name() + ".size",
                    source.p() - 1,
                    source.q(),
                    source.shortestSteps(),
                    task.alphabet().size(),
                    source.outputs()));
            showSample(task.sequences());
        }

        private static Label note(String key) {
            return wrapped(styled(new Label(Message.text(key)), "editor-note"));
        }
    }

    /** A task being made by a generator: how, with which numbers, and the first of its sequences. */
    static final class GeneratorCard extends DraftCard<GeneratorDraft> {

        private static final int SHOWN = 6;

        private final DropDown<Recipe> recipes = stretch(named(new DropDown<>(), "generatorRecipe"));
        private final Map<Size, NumberLine> numbers = new EnumMap<>(Size.class);
        private final Label words = Controls.words("generatorWords", "source-words");
        private final Label more = Controls.words("generatorMore", "editor-note");
        private final Button edit;

        /**
         * A card.
         *
         * @param onChange is given what was made of what is shown
         * @param onEdit what is done to edit the sequences one by one
         */
        GeneratorCard(Consumer<GeneratorDraft> onChange, Runnable onEdit) {
            super("generator", onChange);
            edit = button("editGenerated", "editor.generator.edit", onEdit);
            buildRecipes();
            VBox card = new VBox(recipes, words);
            for (Size size : Size.values()) {
                NumberLine number = number(size);
                numbers.put(size, number);
                card.getChildren().add(number);
            }
            card.getChildren().addAll(edit, sample, more);
            fill(card);
        }

        private void buildRecipes() {
            recipes.setAccessibleText(Message.text("editor.generator.recipe"));
            recipes.getItems().setAll(Recipe.values());
            recipes.says(recipe -> Message.text("editor.generator." + recipe.name() + ".title"));
            recipes.valueProperty().addListener((observable, before, now) -> change(draft -> draft.with(now)));
        }

        private NumberLine number(Size size) {
            return new NumberLine(
                    "generator-" + size.name(),
                    Message.text("editor.generator." + size.name()),
                    Message.text("editor.generator." + size.name() + ".tip"),
                    size.least(),
                    size.most(),
                    text -> change(draft -> draft.with(size, text)));
        }

        @Override
        void show(GeneratorDraft now) {
            recipes.setValue(now.recipe());
            words.setText(Message.text("editor.generator." + now.recipe().name() + ".words"));
            numbers.forEach((size, number) -> {
                boolean used = now.recipe().sizes().contains(size);
                Controls.show(number, used);
                number.show(now.texts().getOrDefault(size, ""), used ? now.problem(size) : Optional.empty());
            });
            Optional<Task> task = now.generator().map(Generator::task);
            edit.setDisable(task.isEmpty());
            task.ifPresent(this::showFirst);
        }

        private void showFirst(Task task) {
            showSample(task.sequences().stream().limit(SHOWN).toList());
            int left = task.sequences().size() - SHOWN;
            more.setText(left > 0 ? Message.text("editor.generator.more", left) : "");
            more.setVisible(left > 0);
        }
    }

    /** A number that a task is made with: its name, a field and a slider, and under them what is wrong with it. */
    static final class NumberLine extends VBox {

        private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

        private final LogScale scale;
        private final TextField field = whole(styled(new TextField(), "symbol-field"));
        private final Slider slider = grow(new Slider(0, 1, 0));
        private final Label problem = wrapped(styled(new Label(), "problem-text"));
        private boolean showing;

        /**
         * A number.
         *
         * @param id      names its nodes
         * @param name    what it is called
         * @param tip     what it is, in a sentence
         * @param onTyped is given the text when the user has typed or dragged
         */
        NumberLine(String id, String name, String tip, int least, int most, Consumer<String> onTyped) {
            scale = new LogScale(least, most);
            getStyleClass().add("source-number");
            Label label = whole(styled(new Label(name), "source-name"));
            label.setLabelFor(field);
            Tip.put(label, tip);
            Tip.put(field, tip);
            field.setId(id);
            field.setAccessibleText(name);
            field.setPrefColumnCount(5);
            slider.setId(id + "-slider");
            slider.accessibleTextProperty()
                    .bind(Bindings.createStringBinding(
                            () -> Message.text("ui.value", name, field.getText()), field.textProperty()));
            slider.setBlockIncrement(0.02);
            field.textProperty().addListener((observable, before, now) -> typed(now, onTyped));
            slider.valueProperty().addListener((observable, before, now) -> {
                if (!showing) {
                    field.setText(Integer.toString(scale.number(now.doubleValue())));
                }
            });
            problem.setId(id + "-problem");
            HBox line = styled(new HBox(label, field, slider), "source-line");
            getChildren().addAll(line, problem);
        }

        private void typed(String text, Consumer<String> onTyped) {
            if (!showing) {
                onTyped.accept(text);
            }
        }

        /** Shows a number as typed, and what is wrong with it. Text that already stands there is left alone. */
        void show(String text, Optional<Message> wrong) {
            showing = true;
            Controls.showText(field, text);
            if (wrong.isEmpty()) {
                int number = Integer.parseInt(text.strip());
                // While it is dragged the slider stays under the pointer, between two round numbers
                if (scale.number(slider.getValue()) != number) {
                    slider.setValue(scale.place(number));
                }
            }
            problem.setText(wrong.map(Message::text).orElse(""));
            Controls.show(problem, wrong.isPresent());
            field.pseudoClassStateChanged(WRONG, wrong.isPresent());
            showing = false;
        }

        /**
         * Whole numbers on a slider, each factor of ten as wide as the next one, in round steps: two digits that count.
         *
         * @param least the number at the left end, 0 or more
         * @param most  the number at the right end
         */
        record LogScale(int least, int most) {

            /** The place of a number on the slider, 0 to 1; the nearest end if it is beyond. */
            double place(int number) {
                int inside = Math.max(least, Math.min(most, number));
                return (Math.log1p(inside) - Math.log1p(least)) / (Math.log1p(most) - Math.log1p(least));
            }

            /** The number at a place. */
            int number(double place) {
                double exact = Math.expm1(Math.log1p(least) + place * (Math.log1p(most) - Math.log1p(least)));
                int step = 1;
                while (exact / step >= 100) {
                    step *= 10;
                }
                int rounded = (int) Math.round(exact / step) * step;
                return Math.max(least, Math.min(most, rounded));
            }
        }
    }
}
