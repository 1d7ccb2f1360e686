package lab.carousel.file.session;

/** Two sequences of a task, counted from 0. */
public record SequencePair(int a, int b) {}
