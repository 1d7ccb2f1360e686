package lab.carousel.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A flood from one device, without a clock and threads. */
class DeviceLimitsTest {

    private final List<Runnable> begun = new ArrayList<>();
    private long now = -5;
    private final DeviceLimits limits = new DeviceLimits(begun::add, () -> now);

    private static InetAddress device(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, (byte) (number >> 8), (byte) number});
    }

    @Test
    void aClassBehindOneAddressPassesAndAFloodDoesNot() throws UnknownHostException {
        // A page, which is long, and some steps and answers each
        for (int phone = 0; phone < 200; phone++) {
            assertThat(limits.mayAsk(device(1), 6)).isTrue();
            for (int request = 0; request < 4; request++) {
                assertThat(limits.mayAsk(device(1), 1)).isTrue();
            }
        }
        assertThat(limits.mayAsk(device(1), 1)).isFalse();
        assertThat(limits.mayAsk(device(3), DeviceLimits.MOST_AT_ONCE + 1)).isFalse();
        assertThat(limits.mayAsk(device(1), 1)).isFalse();
        assertThat(limits.mayAsk(device(2), 1)).as("others").isTrue();
        now += TimeUnit.SECONDS.toNanos(1) / DeviceLimits.PER_SECOND + 1;
        assertThat(limits.mayAsk(device(1), 1)).isTrue();
        assertThat(limits.mayAsk(device(1), 1)).isFalse();
        now += TimeUnit.HOURS.toNanos(1);
        for (int request = 0; request < DeviceLimits.MOST_AT_ONCE; request++) {
            assertThat(limits.mayAsk(device(1), 1)).isTrue();
        }
        assertThat(limits.mayAsk(device(1), 1))
                .as("no more than that is saved up")
                .isFalse();
    }

    @Test
    void whatADeviceAskedForWaitsForItAloneAndWithoutAThread() throws UnknownHostException {
        List<Integer> done = new ArrayList<>();
        for (int task = 0; task < DeviceLimits.MOST_WORKING + DeviceLimits.MOST_WAITING; task++) {
            int number = task;
            assertThat(limits.work(device(1), () -> done.add(number))).isTrue();
        }
        assertThat(limits.work(device(1), () -> done.add(-1))).as("too many").isFalse();
        assertThat(begun).hasSize(DeviceLimits.MOST_WORKING);
        assertThat(limits.work(device(2), () -> done.add(-2))).isTrue();
        assertThat(begun).hasSize(DeviceLimits.MOST_WORKING + 1);
        while (!begun.isEmpty()) {
            begun.remove(0).run();
        }
        assertThat(done).hasSize(DeviceLimits.MOST_WORKING + DeviceLimits.MOST_WAITING + 1);
        assertThat(done.indexOf(-2)).as("before most of the other's").isEqualTo(DeviceLimits.MOST_WORKING);
        assertThat(limits.work(device(1), () -> done.add(-3))).isTrue();
        assertThat(begun).hasSize(1);
    }

    @Test
    void aTaskThatFailsGivesItsPlaceAway() throws UnknownHostException {
        for (int task = 0; task <= DeviceLimits.MOST_WORKING; task++) {
            limits.work(device(1), () -> {
                throw new IllegalStateException("on purpose");
            });
        }
        assertThat(begun).hasSize(DeviceLimits.MOST_WORKING);
        assertThat(catchThrowable(begun.remove(0)::run)).hasMessage("on purpose");
        assertThat(begun).hasSize(DeviceLimits.MOST_WORKING);
    }

    @Test
    void manyAddressesTakeNoMoreMemoryThanSome() throws UnknownHostException {
        for (int number = 0; number < 20_000; number++) {
            limits.mayAsk(device(number), 1);
        }
        assertThat(limits.devices()).isLessThanOrEqualTo(4_096);
    }
}
