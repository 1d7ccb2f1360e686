package lab.carousel.file.study;

import java.util.List;

/**
 * State of the studies.
 *
 * @param shown whether they are shown, over the lab
 * @param chosen id of the chosen study
 * @param seeds number of seeds, as typed
 * @param own the study put together in the window
 * @param studies those run, and those from files; the one started last comes last
 */
public record KeptStudies(boolean shown, String chosen, String seeds, TypedStudy own, List<KeptStudy> studies) {

    public KeptStudies {
        studies = List.copyOf(studies);
    }
}
