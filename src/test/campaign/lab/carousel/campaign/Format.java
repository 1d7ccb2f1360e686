package lab.carousel.campaign;

import java.nio.file.Path;
import java.util.List;

/**
 * A kind of file that the program opens.
 *
 * @param name    what it is called in the table
 * @param ending  how its files end
 * @param shape   how it is damaged, and what makes it well enough formed to get past the first look
 * @param samples whole files of it
 * @param reader  opens a file
 * @param weight  how many of a hundred inputs are of it
 */
record Format(String name, String ending, Shape shape, List<byte[]> samples, Reader reader, int weight) {

    /** How a kept input of this format ends, after its number. */
    String tail() {
        return "-" + name.replaceAll("[^a-z]+", "-") + ending;
    }

    /** Opens a file; complains with an InvalidInput, and with nothing else. */
    @FunctionalInterface
    interface Reader {

        void read(Path file);
    }

    /** What a file is made of. */
    enum Shape {
        JSON,
        TEXT,
        ZIP,
        BYTES,
        HDF
    }
}
