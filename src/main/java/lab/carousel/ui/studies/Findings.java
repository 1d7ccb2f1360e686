package lab.carousel.ui.studies;

import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.picture.study.StudyPictures;
import lab.carousel.study.many.Results;
import lab.carousel.study.summary.CellSummary;

/**
 * What a study has come to, worked out for the screen. Immutable.
 *
 * @param results   of the runs that had ended
 * @param summaries of its variations
 * @param pictures  that answer its question
 */
record Findings(Results results, List<CellSummary> summaries, List<StudyPicture> pictures) {

    /** Works it out; may take a while. */
    static Findings of(Results results, Palette palette) {
        return new Findings(results, CellSummary.of(results), StudyPictures.of(results, palette));
    }
}
