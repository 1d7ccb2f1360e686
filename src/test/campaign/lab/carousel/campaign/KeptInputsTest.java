package lab.carousel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inputs of a long campaign that took most time and most memory are opened, or refused in words. */
class KeptInputsTest {

    private static final Path KEPT = Path.of("src/test/resources/lab/carousel/campaign");

    private static final long MOST_BYTES = 256_000_000;

    @TempDir
    Path folder;

    @Test
    void areOpenedOrRefusedInWords() throws IOException {
        List<Format> formats = Formats.all(folder);
        try (Stream<Path> files = Files.walk(KEPT)) {
            List<Path> kept = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(Sample.of(1, kept, file -> format(formats, file).tail()))
                    .isNotEmpty()
                    .allSatisfy(file -> open(format(formats, file), file));
        }
    }

    private static Format format(List<Format> formats, Path file) {
        return formats.stream()
                .filter(each -> file.toString().endsWith(each.tail()))
                .findFirst()
                .orElseThrow();
    }

    private static void open(Format format, Path file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            format.reader().read(file);
        } catch (InvalidInput refused) {
            assertThat(refused.getMessage()).as(file.toString()).isNotBlank().hasSizeLessThan(6_000);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as(file.toString())
                .isLessThan(MOST_BYTES);
    }
}
