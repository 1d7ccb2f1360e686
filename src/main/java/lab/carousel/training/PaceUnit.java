package lab.carousel.training;

public enum PaceUnit {
    UPDATES,
    EPOCHS
}
