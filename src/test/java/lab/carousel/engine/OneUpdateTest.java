package lab.carousel.engine;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;

/** The page that shows one update computes what the kernel computes. */
class OneUpdateTest {

    private static final int EPOCHS = 250;

    @Test
    void isTheKernelsOverAWholeTrainingOfTheReference() {
        Experiment experiment = Experiment.reference();
        Parameters initial = InitialParameters.of(experiment);
        OneUpdate page = new OneUpdate(initial, 0.001);
        List<Stretch> epoch = Stretch.of(experiment);
        try (Trainer kernel = new KernelEngine().start(experiment, initial)) {
            for (int update = 0; update < EPOCHS * epoch.size(); update++) {
                Stretch stretch = epoch.get(update % epoch.size());
                int step = stretch.firstStep();
                double loss = page.update(
                        stretch.sequence().input(step), stretch.sequence().target(step));
                assertNear(loss, stretch.update(kernel), 1e-12, () -> "loss");
                if (stretch.endsSequence()) {
                    page.resetState();
                    kernel.resetState();
                }
                if (update % 40 == 0) {
                    assertNear(page.parameters().toArray(), kernel.parameters().toArray(), 1e-12, () -> "parameters");
                }
            }
            assertNear(page.parameters().toArray(), kernel.parameters().toArray(), 1e-12, () -> "parameters");
        }
    }

    @Test
    void fitsOnAPage() throws IOException {
        Path source = Path.of("src/main/java/lab/carousel/engine/OneUpdate.java");
        assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(200);
    }
}
