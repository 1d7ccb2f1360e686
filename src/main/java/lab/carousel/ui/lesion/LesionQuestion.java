package lab.carousel.ui.lesion;

import java.util.List;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.study.Lesion;
import lab.carousel.training.Snapshot;

/**
 * A network to be looked at with lesions.
 *
 * @param snapshot the network
 * @param lesions  made in what is looked at, not in the run
 * @param window   the steps to show
 * @param column   of them, the selected one; -1 if none is
 */
record LesionQuestion(Snapshot snapshot, List<Lesion> lesions, StepWindow window, int column) {}
