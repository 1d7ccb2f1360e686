package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadProgressTest {

    @TempDir
    Path folder;

    private final ReadProgress progress = new ReadProgress();

    @Test
    void tellsTheShareOfTheBytesThatAreRead() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[1_000]);
        assertThat(progress.share()).isEmpty();
        try (InputStream stream = progress.open(file)) {
            assertThat(progress.share()).hasValue(0);
            stream.readNBytes(250);
            assertThat(progress.share()).hasValue(0.25);
            assertThat(stream.read()).isZero();
            assertThat(progress.share()).hasValue(0.251);
            assertThat(stream.readAllBytes()).hasSize(749);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(progress.share()).hasValue(1);
        }
    }

    @Test
    void doesNotKnowTheShareOfWhatTellsNoSize() throws IOException {
        try (InputStream stream =
                progress.watch(new ByteArrayInputStream(new byte[] {1, 2, 3}), ReadProgress.UNKNOWN)) {
            assertThat(stream.readAllBytes()).containsExactly(1, 2, 3);
        }
        assertThat(progress.share()).isEmpty();
    }

    @Test
    void aReaderThatWasGivenUpReadsNothingMore() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 7;
            }
        };
        try (InputStream stream = progress.watch(endless, ReadProgress.UNKNOWN)) {
            assertThat(stream.readNBytes(3)).containsExactly(7, 7, 7);
            progress.giveUp();
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void aReaderThatWaitsForTheDiskIsWokenAndItsThreadGoesOnAsBefore() throws Exception {
        try (PipedOutputStream silent = new PipedOutputStream();
                PipedInputStream waiting = new PipedInputStream(silent)) {
            CountDownLatch reads = new CountDownLatch(1);
            CompletableFuture<Boolean> interruptedAfterwards = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                reads.countDown();
                try {
                    progress.watch(waiting, 10).readAllBytes();
                    interruptedAfterwards.completeExceptionally(new AssertionError("nobody wrote the end"));
                } catch (IOException givenUp) {
                    interruptedAfterwards.complete(Thread.currentThread().isInterrupted());
                }
            });
            reader.start();
            reads.await();
            progress.giveUp();
            assertThat(interruptedAfterwards.get(1, TimeUnit.MINUTES)).isFalse();
        }
    }

    @Test
    void filesAndZipsAreReadNoFurtherOnceGivenUp() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[10]);
        progress.giveUp();
        assertThatThrownBy(() -> WholeFile.read(file, 1, progress)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ZipContent.read(file, progress)).isInstanceOf(InvalidInput.class);
        assertThat(progress.share()).hasValue(0);
        assertThat(WholeFile.read(file, 1)).hasSize(10);
    }
}
