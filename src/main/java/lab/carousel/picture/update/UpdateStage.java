package lab.carousel.picture.update;

import java.util.List;
import java.util.stream.Stream;

/**
 * A stage of a weight update.
 *
 * @param key   its name in ids
 * @param all   what the numbers of all are: their norm, their mean, or just values
 * @param lines its numbers, the plain ones first
 */
public record UpdateStage(String key, String title, String caption, String all, List<StageLine> lines) {

    /** Copies the lines, the plain ones before the others. */
    public UpdateStage {
        lines = Stream.concat(
                        lines.stream().filter(StageLine::isPlain),
                        lines.stream().filter(line -> !line.isPlain()))
                .toList();
    }

    public int plainLines() {
        return (int) lines.stream().filter(StageLine::isPlain).count();
    }
}
