package lab.carousel.file.model.tensor;

import static lab.carousel.file.model.tensor.NumberCodec.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.disk.Zips;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class NumberCodecTest {

    private record Ride(int round, double height, Optional<Integer> horse, LossSample sample, List<Long> tickets) {}

    private static final NumberCodec<Ride> RIDE = NumberCodec.of(
            Ride.class,
            field("height", NumberCodec.FINITE),
            field("horse", NumberCodec.COUNT.optional()),
            field("tickets", NumberCodec.LONG.list(2)));

    private static final List<Ride> RIDES = List.of(
            new Ride(0, -0.0, Optional.empty(), LossSample.NONE, List.of(0L, 1L << 52)),
            new Ride(7, 0.1 + 0.2, Optional.of(3), new LossSample(200, 10, 1e-300), List.of(5L, 6L)));

    private static <T> List<T> read(NumberCodec<T> codec, byte[] array) {
        return codec.read(ZipContent.of("some.zip", Zips.of(Map.of("rides.npy", array)), 1), "rides.npy", 0, 9);
    }

    private static void assertRefused(String words, NumberCodec<?> codec, byte[] array) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read(codec, array))
                .withMessageContaining("rides.npy")
                .withMessageContaining(words);
    }

    private static byte[] with(int numberFromEnd, double number) {
        byte[] array = RIDE.bytes(RIDES);
        ByteBuffer.wrap(array)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(array.length - numberFromEnd * Double.BYTES, number);
        return array;
    }

    @Test
    void rowsComeBackBitForBitAndTheFileNamesItsColumns() {
        byte[] array = RIDE.bytes(RIDES);
        assertThat(read(RIDE, array)).isEqualTo(RIDES);
        assertThat(read(RIDE, RIDE.bytes(List.of()))).isEmpty();
        assertThat(RIDE.size()).isEqualTo(8 * Double.BYTES);
        assertThat(new String(array, StandardCharsets.ISO_8859_1))
                .contains("{'descr': [('round', '<f8'), ('height', '<f8'), ('horse', '<f8'), "
                        + "('sample', [('sequences', '<f8'), ('epochs', '<f8'), ('error', '<f8')]), "
                        + "('tickets', '<f8', (2,))], 'fortran_order': False, 'shape': (2,), }");
        NumberCodec<double[]> plain = NumberCodec.row(3, Double::isFinite);
        byte[] matrix = plain.bytes(List.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}));
        assertThat(read(plain, matrix)).containsExactly(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        ZipContent npz = ZipContent.of("some.npz", Zips.of(Map.of("m.npy", matrix)), 1);
        assertThat(Npz.read(npz).tensors().get("m")).satisfies(tensor -> {
            assertThat(tensor.shape()).containsExactly(2, 3);
            assertThat(tensor.values()).containsExactly(1, 2, 3, 4, 5, 6);
        });
    }

    @Test
    void otherColumnsAndOtherSizesAreRefused() {
        byte[] array = RIDE.bytes(RIDES);
        for (int length : new int[] {0, 8, 40, array.length - 1, array.length - 64, array.length + 8}) {
            assertRefused("does not hold the numbers", RIDE, Arrays.copyOf(array, length));
        }
        assertRefused("does not hold the numbers", NumberCodec.ANY, array);
        byte[] unnamed = NumberCodec.row(8, Double::isFinite).bytes(List.of(new double[8]));
        assertRefused("does not hold the numbers", RIDE, unnamed);
        assertThatThrownBy(
                        () -> RIDE.only(ZipContent.of("some.zip", Zips.of(Map.of("rides.npy", array)), 1), "rides.npy"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNumberThatCannotBeRightIsRefusedWithItsRow() {
        assertThat(read(RIDE, with(3, Double.NaN)).get(1).sample().error()).isNaN();
        assertRefused("row 2 ", RIDE, with(1, 0.5));
        assertRefused("row 2 ", RIDE, with(1, -1));
        assertRefused("row 2 ", RIDE, with(5, Double.NaN));
        assertRefused("row 2 ", RIDE, with(7, Double.POSITIVE_INFINITY));
        assertRefused("row 1 ", RIDE, with(16, 3e9));
    }

    @Test
    void aRecordIsDescribedByItsOwnComponents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberCodec.of(LossSample.class, field("pairs", NumberCodec.COUNT)))
                .withMessageContaining("pairs");
        assertThatThrownBy(() -> NumberCodec.of(Ride.class)).isInstanceOf(ClassCastException.class);
    }
}
