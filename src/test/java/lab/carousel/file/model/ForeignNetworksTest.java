package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No network of another program is opened wrongly: it computes what it does there, or it is said why not. */
class ForeignNetworksTest {

    @TempDir
    private static Path folder;

    static List<ForeignNetworks.Kind> kinds() {
        return ForeignNetworks.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNotOpenedWrongly(ForeignNetworks.Kind kind) {
        ForeignNetworks.Outcome outcome = new ForeignNetworks(folder).open(kind);

        assertThat(outcome.isRight()).as(outcome.result()).isTrue();
    }
}
