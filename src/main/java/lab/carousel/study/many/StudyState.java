package lab.carousel.study.many;

public enum StudyState {
    RUNNING,
    DONE,
    /** Was cancelled; what had ended before is kept. */
    CANCELLED,
    /** Something unexpected went wrong; what had ended before is kept. */
    FAILED
}
