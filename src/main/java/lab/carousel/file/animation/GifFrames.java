package lab.carousel.file.animation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An animated GIF that begins again when it is over. Each frame lies over those before, and is transparent where
 * nothing has changed, which makes the file much smaller.
 */
final class GifFrames implements AutoCloseable {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** Netscape's application extension with the number of repetitions: 1, then two bytes; 0 is endless. */
    private static final byte[] ENDLESS = {1, 0, 0};

    private final MemoryCacheImageOutputStream output;
    private final ImageWriter writer;
    private @Nullable BufferedImage before;

    GifFrames(OutputStream stream) throws IOException {
        this.output = new MemoryCacheImageOutputStream(stream);
        this.writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(output);
        writer.prepareWriteSequence(null);
    }

    void add(BufferedImage image, int hundredths) throws IOException {
        BufferedImage indexed = FewColours.of(image, before);
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(indexed), parameters);
        metadata.mergeTree(FORMAT, description(hundredths));
        writer.writeToSequence(new IIOImage(indexed, null, metadata), parameters);
        before = image;
        output.flushBefore(output.getStreamPosition());
    }

    private IIOMetadataNode description(int hundredths) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("delayTime", String.valueOf(hundredths));
        control.setAttribute("transparentColorIndex", String.valueOf(FewColours.TRANSPARENT));
        root.appendChild(control);
        if (before == null) {
            IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
            repeat.setAttribute("applicationID", "NETSCAPE");
            repeat.setAttribute("authenticationCode", "2.0");
            repeat.setUserObject(ENDLESS.clone());
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            extensions.appendChild(repeat);
            root.appendChild(extensions);
        }
        return root;
    }

    @Override
    public void close() throws IOException {
        try {
            writer.endWriteSequence();
            output.close();
        } finally {
            writer.dispose();
        }
    }

    /**
     * Reduces pictures to the 256 colours of GIF. Charts and heatmaps have few colours that fill areas, and many in a
     * few anti-aliased pixels: the most frequent ones are kept, the others become the nearest of them. Dithering would
     * make even areas flicker from frame to frame.
     */
    static final class FewColours {

        /** Index of the transparent colour, which shows the frame before. */
        static final int TRANSPARENT = 0;

        private static final int MOST = 255;
        /** Mask that joins nearly equal colours. */
        private static final int COARSE = 0xF8F8F8;

        private FewColours() {}

        /**
         * Reduces an opaque picture.
         *
         * @param before a picture of the same size; equal pixels become transparent; null for none
         */
        static BufferedImage of(BufferedImage image, @Nullable BufferedImage before) {
            int width = image.getWidth();
            int height = image.getHeight();
            int[] pixels = pixels(image);
            int[] old = before == null ? new int[pixels.length] : pixels(before);
            int[] colours = mostFrequent(pixels, old);
            Map<Integer, Integer> places = new HashMap<>();
            byte[] indices = new byte[pixels.length];
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                if (pixels[pixel] != old[pixel]) {
                    indices[pixel] = places.computeIfAbsent(pixels[pixel], colour -> nearest(colours, colour))
                            .byteValue();
                }
            }
            IndexColorModel model =
                    new IndexColorModel(8, colours.length, colours, 0, true, TRANSPARENT, DataBuffer.TYPE_BYTE);
            BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
            indexed.getRaster().setDataElements(0, 0, width, height, indices);
            return indexed;
        }

        private static int[] pixels(BufferedImage image) {
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }

        /**
         * The transparent colour, then the most frequent ones among the changed pixels. Colours that one can hardly
         * tell apart count together, and the most frequent of them stands for all: else the many greys of anti-aliased
         * letters would leave no room for the colours of a scale.
         */
        private static int[] mostFrequent(int[] pixels, int[] old) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                if (pixels[pixel] != old[pixel]) {
                    counts.merge(pixels[pixel], 1, Integer::sum);
                }
            }
            // Sorted, so that equal pictures give equal bytes
            Map<Integer, List<Integer>> alike = new TreeMap<>(counts)
                    .keySet().stream()
                            .collect(Collectors.groupingBy(
                                    colour -> colour & COARSE, LinkedHashMap::new, Collectors.toList()));
            ToIntFunction<Integer> rarity = colour -> -counts.getOrDefault(colour, 0);
            IntStream frequent = alike.values().stream()
                    .sorted(Comparator.comparingInt(
                            colours -> colours.stream().mapToInt(rarity).sum()))
                    .limit(MOST)
                    .mapToInt(colours -> Collections.min(colours, Comparator.comparingInt(rarity)));
            return IntStream.concat(IntStream.of(TRANSPARENT), frequent).toArray();
        }

        private static int nearest(int[] colours, int colour) {
            int best = TRANSPARENT + 1;
            for (int place = best + 1; place < colours.length; place++) {
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
}
