package lab.carousel.lesson.live;

/** What is answered with. */
public enum QuestionKind {
    CHOICE,
    NUMBER,
    /** A choice among the symbols of the alphabet. */
    SYMBOL
}
