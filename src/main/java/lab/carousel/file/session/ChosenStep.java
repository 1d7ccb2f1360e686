package lab.carousel.file.session;

/** A step; the sequence is counted from 0, the number from 1. */
public record ChosenStep(int sequence, int number) {}
