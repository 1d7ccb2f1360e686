package lab.carousel.picture.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateStageTest {

    @Test
    void whatIsNoNormStandsBeforeTheColumnOfNorms() {
        UpdateStage stage = new UpdateStage(
                "change",
                "",
                "",
                "norm of all",
                List.of(
                        StageLine.plain("learning rate", 0.001),
                        StageLine.of("W", 1, 2),
                        StageLine.plain("change / parameters", 0.5)));
        assertThat(stage.plainLines()).isEqualTo(2);
        assertThat(stage.lines())
                .extracting(StageLine::name)
                .containsExactly("learning rate", "change / parameters", "W");
    }
}
