package lab.carousel.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.engine.dl4j.Dl4jTrainer.GarbageCollection;
import org.junit.jupiter.api.Test;

class GarbageCollectionTest {

    private static final String PERIODIC = "G1 Periodic Collection";

    private final List<String> done = new ArrayList<>();
    private final GarbageCollection beside =
            new GarbageCollection(Optional.of(done::add), "0", () -> done.add("at once"));

    @Test
    void makesTheIntervalShortUntilTheCollectionHasBeen() {
        beside.ask();
        assertThat(done).containsExactly("100");
        beside.collected("G1 Evacuation Pause");
        assertThat(done).as("that was another one").containsExactly("100");
        beside.collected(PERIODIC);
        assertThat(done).containsExactly("100", "0");
    }

    @Test
    void asksOnceForOneCollectionAndAgainForTheNext() {
        beside.ask();
        beside.ask();
        beside.collected(PERIODIC);
        beside.collected(PERIODIC);
        beside.ask();
        assertThat(done).containsExactly("100", "0", "100");
    }

    @Test
    void collectsAtOnceWhereTheCollectorHasNoInterval() {
        GarbageCollection serial = new GarbageCollection(Optional.empty(), "", () -> done.add("at once"));
        serial.ask();
        serial.ask();
        assertThat(done).containsExactly("at once", "at once");
    }
}
