package lab.carousel.ui.workspace;

import lab.carousel.ui.export.AnimationWriter;
import lab.carousel.ui.sound.LossTone;
import lab.carousel.ui.studies.StudyWork;
import lab.carousel.ui.verification.VerificationService;

/**
 * What goes on beside the run.
 *
 * @param studies      the studies
 * @param verification what Deeplearning4j says of the run
 * @param animation    the animation that is written
 * @param tone         the sound of the loss
 */
public record SideWork(StudyWork studies, VerificationService verification, AnimationWriter animation, LossTone tone)
        implements AutoCloseable {

    /** Stops all of it. */
    @Override
    public void close() {
        tone.close();
        verification.close();
        animation.close();
        studies.close();
    }
}
