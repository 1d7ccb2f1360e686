package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import org.junit.jupiter.api.Test;

class ExampleExperimentsTest {

    @Test
    void theExamplesAreThePresets() throws IOException {
        List<Experiment> examples;
        try (Stream<Path> files = Files.list(Path.of("assets", "examples"))) {
            examples = files.map(ExperimentFile::read).toList();
        }
        assertThat(examples)
                .containsExactlyInAnyOrderElementsOf(
                        Preset.all().stream().map(Preset::experiment).toList());
    }
}
