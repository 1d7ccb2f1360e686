package lab.carousel.view;

/** Where a run is while its network is looked at. */
public enum RunMoment {
    TRAINING,
    /** It has ended there, or holds. */
    AT_REST,
    /** It is looked back at. */
    PAST
}
