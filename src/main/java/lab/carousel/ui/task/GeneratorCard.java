package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.generator.Size;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;

/** A task being made by a generator: how, with which numbers, and the first of its sequences. */
final class GeneratorCard extends DraftCard<GeneratorDraft> {

    private static final int SHOWN = 6;

    private final DropDown<Recipe> recipes = stretch(named(new DropDown<>(), "generatorRecipe"));
    private final Map<Size, NumberLine> numbers = new EnumMap<>(Size.class);
    private final Label words = new WrappedLabel("generatorWords", "source-words");
    private final Label more = new WrappedLabel("generatorMore", "editor-note");
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
        recipes.setConverter(new ChoiceWords<>(recipe -> Message.text("editor.generator." + recipe.name() + ".title")));
        recipes.valueProperty().addListener((observable, before, now) -> change(draft -> draft.with(now)));
    }

    private NumberLine number(Size size) {
        return new NumberLine(
                "generator-" + size.name(),
                Message.text("editor.generator." + size.name()),
                Message.text("editor.generator." + size.name() + ".tip"),
                new LogScale(size.least(), size.most()),
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
        task.ifPresent(this::showSample);
    }

    private void showSample(Task task) {
        sample.getChildren()
                .setAll(task.sequences().stream()
                        .limit(SHOWN)
                        .map(SampleLine::new)
                        .toList());
        int left = task.sequences().size() - SHOWN;
        more.setText(left > 0 ? Message.text("editor.generator.more", left) : "");
        more.setVisible(left > 0);
    }
}
