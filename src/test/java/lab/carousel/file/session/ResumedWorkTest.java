package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumedWorkTest {

    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));

    @Test
    void isHandedOverWholeAndTakesThePlaceOfTheOneBefore() {
        ResumedWork all = new ResumedWork(
                "one",
                Optional.of("/home/ada/my lesson"),
                3,
                Optional.of(Path.of("class of today").toAbsolutePath()));
        ResumedWork less = new ResumedWork("two", Optional.empty(), 1, Optional.empty());
        assertThat(ResumedWork.in(environment)).isEmpty();
        all.putInto(environment);
        assertThat(ResumedWork.in(environment)).contains(all);
        less.putInto(environment);
        assertThat(ResumedWork.in(environment)).contains(less);
        assertThat(environment).containsEntry("PATH", "/bin").hasSize(3);
    }
}
