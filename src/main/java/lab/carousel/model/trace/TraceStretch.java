package lab.carousel.model.trace;

/** The steps of one sequence that are in the window. */
public record TraceStretch(int sequence, Trace trace) {}
