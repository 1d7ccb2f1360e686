package lab.carousel.task.generator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;

/** A generator being edited: its numbers as typed, valid or not. Immutable. */
public record GeneratorDraft(Recipe recipe, Map<Size, String> texts) {

    private static final int MOST = 999_999_999;

    public GeneratorDraft {
        texts = Map.copyOf(texts);
    }

    public static GeneratorDraft of(Generator generator) {
        return new GeneratorDraft(
                generator.recipe(),
                Map.of(
                        Size.SEQUENCES, Integer.toString(generator.sequences()),
                        Size.LENGTH, Integer.toString(generator.length()),
                        Size.SYMBOLS, Integer.toString(generator.symbols()),
                        Size.SEED, Integer.toString(generator.seed()),
                        Size.GRAMMAR, Integer.toString(generator.grammar())));
    }

    public Optional<Message> problem(Size size) {
        Optional<Message> own = InvalidInput.problemOf(() -> recipe.check(size, number(size)));
        boolean others = Size.SYMBOLS == size
                && recipe.sizes().stream()
                        .allMatch(each -> InvalidInput.problemOf(() -> recipe.check(each, number(each)))
                                .isEmpty());
        return own.isEmpty() && others ? InvalidInput.problemOf(this::build) : own;
    }

    public Optional<Generator> generator() {
        return recipe.sizes().stream().allMatch(size -> problem(size).isEmpty())
                ? Optional.of(build())
                : Optional.empty();
    }

    private Generator build() {
        return new Generator(
                recipe,
                number(Size.SEQUENCES),
                number(Size.LENGTH),
                number(Size.SYMBOLS),
                number(Size.SEED),
                number(Size.GRAMMAR));
    }

    /** The typed number; out of all bounds if it is none. The reference's where it makes no difference. */
    private int number(Size size) {
        if (!recipe.sizes().contains(size)) {
            GeneratorDraft reference = GeneratorDraft.of(Generator.REFERENCE);
            return Integer.parseInt(reference.texts.getOrDefault(size, ""));
        }
        return (int)
                TypedNumber.whole(texts.getOrDefault(size, ""), -MOST, MOST).orElse(Integer.MIN_VALUE);
    }

    public GeneratorDraft with(Recipe newRecipe) {
        return new GeneratorDraft(newRecipe, texts);
    }

    public GeneratorDraft with(Size size, String text) {
        Map<Size, String> changed = new EnumMap<>(texts);
        changed.put(size, text);
        return new GeneratorDraft(recipe, changed);
    }
}
