package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.generator.Size;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.form.NumberRow;

/**
 * A card on which a task that is not typed is made.
 *
 * @param <D> what is being edited; immutable
 */
abstract class DraftCard<D> extends ScrollArea {

    private final Consumer<UnaryOperator<D>> onChange;
    final Form form;
    final VBox sample = new VBox();

    /**
     * A card.
     *
     * @param id       names it
     * @param onChange changes what is edited
     */
    DraftCard(String id, Consumer<UnaryOperator<D>> onChange) {
        this.onChange = onChange;
        form = new Form(id, "editor." + id, "", ".tip");
        setId(id + "Card");
        named(sample, id + "Sample", "source-sample");
    }

    /** Puts the controls there; to be called once, when they are made. */
    final void fill(VBox card) {
        card.getStyleClass().add("source-card");
        setContent(card);
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

    final void change(UnaryOperator<D> change) {
        onChange.accept(change);
    }

    /** Shows what is being edited. */
    abstract void show(D now);

    /** A task being made by a generator: how, with which numbers, and the first of its sequences. */
    static final class GeneratorCard extends DraftCard<GeneratorDraft> {

        private static final int SHOWN = 6;

        private final DropDown<Recipe> recipes =
                stretch(named(new DropDown<>(List.of(Recipe.values())), "generatorRecipe"));
        private final Map<Size, NumberRow> numbers = new EnumMap<>(Size.class);
        private final Label words = Controls.words("generatorWords", "source-words");
        private final Label more = Controls.words("generatorMore", "editor-note");
        private final Button edit;

        /**
         * A card.
         *
         * @param onChange changes what is edited
         * @param onEdit   what is done to edit the sequences one by one
         */
        GeneratorCard(Consumer<UnaryOperator<GeneratorDraft>> onChange, Runnable onEdit) {
            super("generator", onChange);
            edit = Controls.button("editGenerated", "editor.generator.edit", onEdit);
            buildRecipes();
            VBox card = new VBox(recipes, words);
            for (Size size : Size.values()) {
                NumberRow number = form.number(
                        size.name(),
                        SliderScale.wholeLogarithmic(size.least(), size.most()),
                        text -> change(draft -> draft.with(size, text)));
                numbers.put(size, number);
                card.getChildren().add(number);
            }
            card.getChildren().addAll(edit, sample, more);
            fill(card);
        }

        private void buildRecipes() {
            recipes.setAccessibleText(Message.text("editor.generator.recipe"));
            recipes.says(recipe -> Message.text("editor.generator." + recipe.name() + ".title"));
            recipes.valueProperty().addListener((observable, before, now) -> change(draft -> draft.with(now)));
        }

        @Override
        void show(GeneratorDraft now) {
            recipes.setValue(now.recipe());
            words.setText(Message.text("editor.generator." + now.recipe().name() + ".words"));
            numbers.forEach((size, number) -> {
                boolean used = now.recipe().sizes().contains(size);
                Controls.show(number, used);
                number.show(now.texts().getOrDefault(size, ""), false);
                number.showProblem(used ? now.problem(size) : Optional.empty());
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
}
