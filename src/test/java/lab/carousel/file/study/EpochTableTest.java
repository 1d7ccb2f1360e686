package lab.carousel.file.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.model.verdict.Evaluations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTableTest {

    @TempDir
    Path folder;

    @Test
    void writesEveryNumberAtFullPrecision() throws IOException {
        Path file = folder.resolve("a.csv");
        try (EpochTable table = EpochTable.open(file, 2)) {
            table.add(1, Evaluations.of(0.1 + 0.2, new double[] {1.0 / 3, 2e-3}, 7, 8, 2, 0.5, -0.001));
            table.add(2, Evaluations.of(1e-12, new double[] {2e-23, 1}, 8, 8, 0, 0, Double.NaN));
            assertThat(file).doesNotExist();
            table.commit();
        }
        assertThat(file)
                .hasContent(
                        """
                epoch,loss,recall,margin,loss_1,loss_2,bits
                1,0.30000000000000004,0.875,-0.001,0.3333333333333333,0.002,-0.001
                2,1.0E-12,1.0,,2.0E-23,1.0,
                """);
    }

    @Test
    void leavesNothingWithoutCommit() throws IOException {
        try (EpochTable table = EpochTable.open(folder.resolve("a.csv"), 1)) {
            table.add(1, Evaluations.of(1, new double[] {1}, 1, 1, 0, 0, Double.NaN));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
