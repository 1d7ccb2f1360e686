package lab.carousel.ui.notice;

public enum NoticeKind {
    /** Something went wrong; it stays until it is closed. */
    PROBLEM,
    /** A field has to be mended first; it stays until that is done, or it is closed. */
    INVALID,
    /** Something was done; it goes away by itself. */
    DONE,
    /** Something can be done. */
    OFFER,
    /** Something is being done, and can be given up. */
    WORK
}
