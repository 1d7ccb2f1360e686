package lab.carousel.file.study;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.loss.LossCsv;

/**
 * Numbers of a run as CSV, written while it goes on: {@code epoch,loss,recall,margin}, then a loss for each sequence
 * and {@code bits}, at full precision. Margin and bits are empty if the task has no deciding step. The file appears
 * under its name only when all is written.
 */
public final class EpochTable implements AutoCloseable {

    private final Path path;
    private final AtomicFile file;
    private final Writer writer;

    private EpochTable(Path path, AtomicFile file) {
        this.path = path;
        this.file = file;
        this.writer = new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8));
    }

    /**
     * @throws InvalidInput if the file cannot be written
     */
    public static EpochTable open(Path path, int sequences) {
        EpochTable table = new EpochTable(path, AtomicFile.open(path));
        table.write(LossCsv.header(sequences));
        return table;
    }

    /**
     * Adds the row of an epoch.
     *
     * @param epoch counted from 1
     * @throws InvalidInput if the disk is full
     */
    public void add(int epoch, Evaluation evaluation) {
        write(LossCsv.row(epoch, evaluation));
    }

    private void write(String line) {
        try {
            writer.write(line);
        } catch (IOException problem) {
            throw FileProblem.writing(path, problem);
        }
    }

    /**
     * Moves the file to its name.
     *
     * @throws InvalidInput if that fails
     */
    public void commit() {
        try {
            writer.flush();
        } catch (IOException problem) {
            throw FileProblem.writing(path, problem);
        }
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
