package lab.carousel.picture.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PixelPen;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class AddressCodeTest {

    private static final String ADDRESS = "http://192.168.178.201:8765/AbC-12_z/";

    /** What a reader of QR codes finds in a picture. */
    public static String read(int width, int height, int[] pixels) throws ReaderException {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    private static String read(AddressCode code, int width, int height, boolean isDark) throws ReaderException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        Palette palette = isDark ? Palette.DARK : Palette.LIGHT;
        graphics.setColor(palette.background());
        graphics.fillRect(0, 0, width, height);
        new PixelPen(graphics, palette).draw(code.marks(width, height));
        return read(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    @ParameterizedTest
    @CsvSource({"760,760,false", "760,760,true", "500,333,true", "120,301,false"})
    void aReaderFindsTheAddress(int width, int height, boolean isDark) throws ReaderException {
        assertThat(read(new AddressCode(ADDRESS), width, height, isDark)).isEqualTo(ADDRESS);
    }

    @Test
    void anotherAddressIsAnotherCode() throws ReaderException {
        String other = ADDRESS.replace("8765", "8766");
        assertThat(read(new AddressCode(other), 400, 400, false))
                .isEqualTo(other)
                .isNotEqualTo(ADDRESS);
        Assertions.assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> read(200, 200, new int[200 * 200]));
    }
}
