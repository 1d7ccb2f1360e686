import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Makes the icon files of Windows and macOS from a picture: {@code java packaging/Icons.java PICTURE FOLDER} writes
 * {@code carousel.ico} and {@code carousel.icns}. It needs nothing but the JDK, so that it works wherever packages are
 * built. Pictures are only made smaller, never larger.
 */
public final class Icons {

    private static final List<Integer> WINDOWS_SIZES = List.of(16, 24, 32, 48, 64, 256);

    /** From this size on, Windows wants PNG within the icon file; below, not all of its places read PNG. */
    private static final int WINDOWS_PNG_SIZE = 256;

    /** The types of Apple's icon format with their pixels; the second half is for screens with two pixels per point. */
    private static final Map<String, Integer> MAC_SIZES = new LinkedHashMap<>();

    static {
        MAC_SIZES.put("icp4", 16);
        MAC_SIZES.put("icp5", 32);
        MAC_SIZES.put("ic07", 128);
        MAC_SIZES.put("ic08", 256);
        MAC_SIZES.put("ic11", 32);
        MAC_SIZES.put("ic12", 64);
        MAC_SIZES.put("ic13", 256);
    }

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        BufferedImage picture = ImageIO.read(Path.of(arguments[0]).toFile());
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.write(folder.resolve("carousel.ico"), windows(picture));
        Files.write(folder.resolve("carousel.icns"), mac(picture));
    }

    /** A header, an entry of 16 bytes per size, then the pictures. */
    private static byte[] windows(BufferedImage picture) throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (int size : WINDOWS_SIZES) {
            BufferedImage scaled = scaled(picture, size);
            images.add(size < WINDOWS_PNG_SIZE ? bitmap(scaled) : png(scaled));
        }
        int offset = 6 + 16 * images.size();
        int length = offset + images.stream().mapToInt(image -> image.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (int index = 0; index < images.size(); index++) {
            int size = WINDOWS_SIZES.get(index);
            file.put((byte) size).put((byte) size); // 256 is written as 0
            file.put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(images.get(index).length).putInt(offset);
            offset += images.get(index).length;
        }
        images.forEach(file::put);
        return file.array();
    }

    /** A bitmap as icon files hold it: from the bottom up, of doubled height because an empty mask follows it. */
    private static byte[] bitmap(BufferedImage picture) {
        int size = picture.getWidth();
        int maskRow = (size + 31) / 32 * 4;
        ByteBuffer bytes = ByteBuffer.allocate(40 + size * size * 4 + size * maskRow).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
        bytes.position(40);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                bytes.putInt(picture.getRGB(x, y));
            }
        }
        return bytes.array();
    }

    /** The word "icns", the length, then per picture its type, its length and a PNG. */
    private static byte[] mac(BufferedImage picture) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream entries = new DataOutputStream(content);
        for (Map.Entry<String, Integer> entry : MAC_SIZES.entrySet()) {
            byte[] image = png(scaled(picture, entry.getValue()));
            entries.writeBytes(entry.getKey());
            entries.writeInt(8 + image.length);
            entries.write(image);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(file);
        header.writeBytes("icns");
        header.writeInt(8 + content.size());
        content.writeTo(header);
        return file.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage picture, int size) {
        if (size > picture.getWidth()) {
            throw new IllegalArgumentException("the picture has fewer than " + size + " pixels");
        }
        BufferedImage scaled = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setBackground(new Color(0, true));
        graphics.drawImage(picture.getScaledInstance(size, size, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
