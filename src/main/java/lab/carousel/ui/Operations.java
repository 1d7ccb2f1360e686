package lab.carousel.ui;

import lab.carousel.file.session.OperatingChoices;
import lab.carousel.ui.lesion.LesionPlace;
import lab.carousel.ui.transplant.TransplantPlace;
import lab.carousel.ui.twosequences.TwoSequencesPlace;

/**
 * The places in which a class operates on the memory of the network, and what is chosen in them as one value.
 *
 * @param twoSequences the comparison of two sequences
 * @param transplant   the transplant
 * @param lesion       the lesions
 */
record Operations(TwoSequencesPlace twoSequences, TransplantPlace transplant, LesionPlace lesion) {

    OperatingChoices now() {
        return new OperatingChoices(lesion.lesions(), twoSequences.choices(), transplant.choices());
    }

    void show(OperatingChoices choices) {
        lesion.show(choices.lesions());
        twoSequences.show(choices.twoSequences());
        transplant.show(choices.transplant());
    }
}
