package lab.carousel.task.generator;

import java.util.List;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;

/**
 * Makes a task: equal parameters always make the same one; a parameter that the recipe does not use is ignored.
 *
 * @param symbols number of distinct symbols; at least 2 where there are no others
 */
public record Generator(Recipe recipe, int sequences, int length, int symbols, int seed, int grammar) {

    public static final Generator REFERENCE = new Generator(Recipe.FIRST_REPEATED, 2, 5, 3, 1, 1);

    /**
     * @throws InvalidInput if a number is out of its bounds, or the alphabet would be
     */
    public Generator {
        recipe.check(Size.SEQUENCES, sequences);
        recipe.check(Size.LENGTH, length);
        recipe.check(Size.SYMBOLS, symbols);
        recipe.check(Size.SEED, seed);
        recipe.check(Size.GRAMMAR, grammar);
        int all = recipe == Recipe.FIRST_REPEATED ? symbols + sequences : symbols;
        if (recipe.sizes().contains(Size.SYMBOLS) && (all < Alphabet.MIN_SYMBOLS || all > Alphabet.MAX_SYMBOLS)) {
            throw new InvalidInput("task.generator.alphabet", all, Alphabet.MIN_SYMBOLS, Alphabet.MAX_SYMBOLS);
        }
    }

    public Task task() {
        List<Sequence> made = recipe.make(this).stream().map(Sequence::new).toList();
        return new Task(new Alphabet(recipe.alphabet(this)), made);
    }
}
