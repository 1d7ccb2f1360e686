package lab.carousel.model.trace;

/** The steps of one sequence that are in the window. */
public record TracedSequence(int sequence, Trace trace) {}
