package lab.carousel.file.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
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
final class GifFrames implements Animation.Frames {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** The extension of Netscape's which says how often to show it: 1, then the number in two bytes; 0 has no end. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final MemoryCacheImageOutputStream output;
    private final ImageWriter writer;
    /** The frame before; null before the first. */
    private @Nullable BufferedImage before;

    GifFrames(OutputStream stream) throws IOException {
        this.output = new MemoryCacheImageOutputStream(stream);
        this.writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(output);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(BufferedImage image, int hundredths) throws IOException {
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
            repeat.setUserObject(FOR_EVER.clone());
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
}
