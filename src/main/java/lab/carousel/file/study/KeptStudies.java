package lab.carousel.file.study;

import java.util.List;

/**
 * What the place for studies holds.
 *
 * @param shown   whether it is shown, over the lab
 * @param chosen  the id of the study chosen
 * @param seeds   how often each variation is to be trained, as it was typed
 * @param own     the study put together in the window
 * @param studies those that were run, and those from files; the one started last comes last
 */
public record KeptStudies(boolean shown, String chosen, String seeds, TypedStudy own, List<KeptStudy> studies) {

    /** Copies the list. */
    public KeptStudies {
        studies = List.copyOf(studies);
    }
}
