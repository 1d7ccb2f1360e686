package lab.carousel.picture.account;

/** A formula with the numbers put in, and the stage in which it is computed. */
public record Formula(StepStage stage, String text) {}
