package lab.carousel.model;

/** Which engine trains an experiment. */
public enum EngineName {
    /** Deeplearning4j's own solver: the reference. */
    DL4J,
    /** Our own fused loop. */
    KERNEL
}
