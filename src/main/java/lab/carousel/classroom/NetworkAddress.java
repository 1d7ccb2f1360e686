package lab.carousel.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;

/**
 * An address of this machine that phones can open: one of IP version 4, as people read those off a wall.
 *
 * @param network name of its interface
 */
public record NetworkAddress(String network, InetAddress address) {

    /** Those of networks that are up, those of a room first; the last one reaches nobody but this machine. */
    public static List<NetworkAddress> all() {
        try {
            return inOrder(NetworkInterface.networkInterfaces()
                    .filter(NetworkAddress::isUp)
                    .flatMap(network -> network.inetAddresses()
                            .filter(Inet4Address.class::isInstance)
                            .map(address -> new NetworkAddress(network.getName(), address))));
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (IOException unknown) {
            return false;
        }
    }

    static List<NetworkAddress> inOrder(Stream<NetworkAddress> addresses) {
        return addresses
                .sorted(Comparator.comparing((NetworkAddress each) -> each.isAlone())
                        .thenComparing(each -> !each.address.isSiteLocalAddress())
                        .thenComparing(NetworkAddress::network))
                .toList();
    }

    /**
     * The address of a network.
     *
     * @throws InvalidInput if none has this name
     */
    public static NetworkAddress of(String network) {
        return all().stream()
                .filter(each -> each.network.equals(network))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("class.network", network));
    }

    /** Whether nobody but this machine reaches it. */
    public boolean isAlone() {
        return address.isLoopbackAddress();
    }
}
