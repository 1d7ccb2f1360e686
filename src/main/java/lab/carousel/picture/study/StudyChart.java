package lab.carousel.picture.study;

import lab.carousel.drawing.Chart;

/** A chart of what a study has come to, whatever its size and colours. Immutable. */
public interface StudyChart extends Chart {

    String title();

    /** Of what it is, on one line. */
    String subtitle();

    /** The values it shows, in a few sentences. */
    String values();

    /** What it is and what it shows in a few sentences, for those who do not see it. */
    default String summary() {
        return title() + ". " + subtitle() + ". " + values();
    }
}
