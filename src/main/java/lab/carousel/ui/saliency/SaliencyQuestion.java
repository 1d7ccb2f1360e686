package lab.carousel.ui.saliency;

import java.util.Optional;
import lab.carousel.task.Step;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * What is asked.
 *
 * @param traced   the network
 * @param selected the step that is looked at; one that the task does not have stands for none
 * @param output   the symbol of the output; empty for the expected one
 * @param ofCell   whether c is asked for rather than h
 * @param unit     the unit that is looked at; -1 for none
 */
record SaliencyQuestion(
        TracedSnapshot traced, Optional<Step> selected, Optional<String> output, boolean ofCell, int unit) {}
