package lab.carousel.file.study;

import java.util.List;

/**
 * State of the studies; the one started last comes last.
 *
 * @param shown whether they are shown, over the lab
 * @param seeds number of seeds, as typed
 */
public record KeptStudies(boolean shown, String chosen, String seeds, TypedStudy own, List<KeptStudy> studies) {

    public KeptStudies {
        studies = List.copyOf(studies);
    }
}
