package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.text.Message;

/** Stub. */
public final class SeriesFloors {
    public static final String ECHO = "echo";

    private SeriesFloors() {}

    public static List<SeriesFloor> of(
            double[][] channels, int target, int train, int ahead, int period, List<String> fixed) {
        List<SeriesFloor> all = new ArrayList<>();
        double mean = 0;
        for (int t = 0; t < train; t++) {
            mean += channels[target][t] / train;
        }
        double m = mean;
        all.add(new Plain("mean", (c, t) -> m));
        all.add(new Plain(ECHO, (c, t) -> c[target][t - ahead]));
        return all;
    }

    private record Plain(String key, SeriesFloor.Forecast said) implements SeriesFloor {
        @Override
        public int needs() {
            return 0;
        }

        @Override
        public Message name() {
            return Message.of("series.floor." + key);
        }

        @Override
        public double forecast(double[][] c, int t) {
            return said.of(c, t);
        }
    }
}
