package lab.carousel.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class NetworkAddressTest {

    private static NetworkAddress of(String network, int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int place = 0; place < bytes.length; place++) {
            address[place] = (byte) bytes[place];
        }
        try {
            return new NetworkAddress(network, InetAddress.getByAddress(address));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void thatOfTheRoomComesFirstAndThisMachineAloneLast() {
        assertThat(NetworkAddress.inOrder(Stream.of(
                        of("lo", 127, 0, 0, 1),
                        of("eth0", 131, 220, 1, 1),
                        of("wlan1", 10, 0, 0, 7),
                        of("wlan0", 192, 168, 1, 5))))
                .extracting(NetworkAddress::network)
                .containsExactly("wlan0", "wlan1", "eth0", "lo");
    }

    @Test
    void aMachineReachesItself() {
        NetworkAddress last = NetworkAddress.all().get(NetworkAddress.all().size() - 1);
        assertThat(last.isAlone()).isTrue();
        assertThat(NetworkAddress.of(last.network()).address()).isEqualTo(last.address());
    }

    @Test
    void aNetworkThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> NetworkAddress.of("wlan99"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("This machine has no network “wlan99” that is connected.");
    }
}
