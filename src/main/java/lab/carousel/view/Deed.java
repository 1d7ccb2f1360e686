package lab.carousel.view;

import java.util.Optional;
import java.util.function.Function;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;

/**
 * What an answer offers to do to the experiment, where it can be edited.
 *
 * @param id     in the ids of the view
 * @param words  of its button, and of what can be undone
 * @param change makes another experiment of it; empty if it cannot be done
 */
public record Deed(String id, Message words, Function<Experiment, Optional<Experiment>> change) {}
