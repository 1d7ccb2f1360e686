package lab.carousel.ui;

import lab.carousel.file.session.OperatingChoices;
import lab.carousel.ui.fork.ForkPlace;
import lab.carousel.ui.lesion.LesionPlace;
import lab.carousel.ui.transplant.TransplantPlace;

/**
 * The places in which a class operates on the memory of the network, and what is chosen in them as one value.
 *
 * @param fork       the memory fork
 * @param transplant the transplant
 * @param lesion     the lesions
 */
record Operations(ForkPlace fork, TransplantPlace transplant, LesionPlace lesion) {

    OperatingChoices now() {
        return new OperatingChoices(lesion.lesions(), fork.choices(), transplant.choices());
    }

    void show(OperatingChoices choices) {
        lesion.show(choices.lesions());
        fork.show(choices.fork());
        transplant.show(choices.transplant());
    }
}
