package lab.carousel.campaign;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a program holds: the objects that can still be reached, whatever else of the heap is in use meanwhile. */
final class LiveObjects {

    private static final int TIMES = 3;

    private LiveObjects() {}

    /**
     * All of them at one moment, in bytes. Everything stands still while they are counted. That is done three times, and the
     * least is taken: where native code is at an array, Java counts without collecting first.
     */
    static long bytes() {
        return LongStream.generate(LiveObjects::counted).limit(TIMES).min().orElseThrow();
    }

    private static long counted() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            // its last line: "Total", how many objects, how many bytes
            String[] total =
                    histogram.substring(histogram.lastIndexOf("Total")).trim().split(" +");
            return Long.parseLong(total[2]);
        } catch (JMException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
