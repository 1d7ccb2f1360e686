package lab.carousel.file.animation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Pictures in the 256 colours that GIF has. Charts and heatmaps have few colours that fill areas, and many that occur in
 * a few pixels where lines and letters are smoothed: the most frequent ones stay as they are, the others become the
 * nearest of them. Dithering would make even areas flicker from frame to frame.
 */
final class FewColours {

    private static final int MOST = 256;
    private static final int OPAQUE = 0xFF000000;

    private FewColours() {}

    /** A copy of an opaque picture. */
    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        int[] colours = mostFrequent(pixels);
        Map<Integer, Integer> places = new HashMap<>();
        byte[] indices = new byte[pixels.length];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            indices[pixel] = places.computeIfAbsent(pixels[pixel], colour -> nearest(colours, colour))
                    .byteValue();
        }
        IndexColorModel model = new IndexColorModel(
                8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        indexed.getRaster().setDataElements(0, 0, width, height, indices);
        return indexed;
    }

    /** The most frequent colours first; of those that are as frequent, the smaller numbers. */
    private static int[] mostFrequent(int[] pixels) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.computeIfAbsent(pixel, colour -> new int[1])[0]++;
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, int[]> entry) -> -entry.getValue()[0])
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .mapToInt(entry -> entry.getKey() | OPAQUE)
                .toArray();
    }

    private static int nearest(int[] colours, int colour) {
        int best = 0;
        for (int place = 1; place < colours.length; place++) {
            if (distance(colours[place], colour) < distance(colours[best], colour)) {
                best = place;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        // The eye sees green best and blue least
        return 2 * red * red + 4 * green * green + blue * blue;
    }
}
