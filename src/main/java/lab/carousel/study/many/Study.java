package lab.carousel.study.many;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A question to many trainings: an experiment, what of it is varied, and how often each variation is trained with
 * another seed. The seed of the experiment is the seed of the study, from which all others come.
 *
 * @param words       what is seen, in a few sentences; may be empty
 * @param base        the experiment from which the variations come
 * @param axes        what is varied
 * @param draws       for a random search how many variations are drawn: 1 to {@value #MAX_CELLS}; {@link #GRID} if each
 *     value goes with each
 * @param seeds       n, how often each variation is trained: 1 to {@value #MAX_RUNS}
 */
public record Study(
        Message heading, Message words, Question question, Experiment base, List<Axis> axes, int draws, int seeds) {

    /** Stands in the place of the draws where each value goes with each. */
    public static final int GRID = 0;

    public static final int MAX_CELLS = 10_000;
    public static final int MAX_RUNS = 1_000_000;

    /**
     * Copies the axes, and checks what can be checked without making the variations, which {@link Plan} does.
     *
     * @throws InvalidInput if a number is out of bounds, an axis is missing, doubled, or of the wrong kind, or there would
     *                      be too many runs
     */
    public Study {
        axes = List.copyOf(axes);
        if (axes.size() < question.axesNeeded()) {
            throw new InvalidInput("studies.noAxis");
        }
        checkedSeeds(seeds);
        if (draws < 0 || draws > MAX_CELLS) {
            throw new InvalidInput("studies.draws.range", MAX_CELLS);
        }
        checkAxes(axes, draws);
        if (question == Question.SPAN && !axes.get(0).isScale()) {
            throw new InvalidInput("studies.span.noScale", axes.get(0).name());
        }
        long cells = cells(axes, draws);
        if (cells > MAX_CELLS) {
            throw new InvalidInput("studies.tooManyCells", MAX_CELLS);
        }
        if (cells * seeds > MAX_RUNS) {
            throw new InvalidInput("studies.tooManyRuns", cells * seeds, MAX_RUNS);
        }
    }

    public String title() {
        return heading.text();
    }

    public String explanation() {
        return words.text();
    }

    /** @throws InvalidInput if it is */
    public static int checkedSeeds(int number) {
        if (number < 1 || number > MAX_RUNS) {
            throw new InvalidInput("studies.seeds.range", MAX_RUNS);
        }
        return number;
    }

    private static void checkAxes(List<Axis> axes, int draws) {
        Set<String> names = new HashSet<>();
        for (Axis axis : axes) {
            if (!names.add(axis.name())) {
                throw new InvalidInput("studies.axis.double", axis.name());
            }
            if (axis.range().isPresent() && draws == GRID) {
                throw new InvalidInput("studies.axis.rangeInGrid", axis.name());
            }
        }
        if (draws != GRID && axes.isEmpty()) {
            throw new InvalidInput("studies.noAxis");
        }
    }

    public int cells() {
        return (int) cells(axes, draws);
    }

    private static long cells(List<Axis> axes, int draws) {
        if (draws != GRID) {
            return draws;
        }
        long cells = 1;
        for (Axis axis : axes) {
            cells = Math.min(cells * axis.choices().size(), MAX_CELLS + 1L);
        }
        return cells;
    }

    /** What a cell is called: its values, with the names of axes whose values are numbers; empty if nothing is varied. */
    public String name(Variation cell) {
        return name(cell, 0);
    }

    /** The same, without the values of the first axes. */
    public String name(Variation cell, int firstAxis) {
        List<String> names = new ArrayList<>();
        for (int axis = firstAxis; axis < axes.size(); axis++) {
            String label = cell.choices().get(axis).label();
            names.add(axes.get(axis).isScale() ? axes.get(axis).title() + " " + label : label);
        }
        return String.join(", ", names);
    }

    public boolean isRandomSearch() {
        return draws != GRID;
    }

    /** @throws InvalidInput if it is out of bounds, or there would be too many runs */
    public Study withSeeds(int number) {
        return new Study(heading, words, question, base, axes, draws, number);
    }
}
